import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { describe, expect, test } from 'vitest'
import { asWritten } from './as-written.ts'
import { renderHere } from './pipeline.ts'

const scriptAddresses = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'java&Tab;script:alert(1)',
  'java&NewLine;script:alert(1)',
  'javascript&colon;alert(1)',
  'javascript&#58;alert(1)',
  '&#x6A;avascript:alert(1)',
  '&#106&#97;vascript:alert(1)',
  '&#0;javascript:alert(1)',
  '\u0001javascript:alert(1)',
  '\u200bjavascript:alert(1)',
  '\u00adjavascript:alert(1)',
  'javascript%3Aalert(1)',
  'javascript://example.com/%0Aalert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'data:image/svg+xml,<svg onload=alert(1)>',
  'blob:https://example.com/1',
  'view-source:javascript:alert(1)',
  'feed:javascript:alert(1)',
  'jar:javascript:alert(1)',
  'x-javascript:alert(1)',
  'file:///etc/passwd',
  'about:blank',
  '\\javascript:alert(1)',
  'javascript\\:alert(1)',
]

const attacks = [
  ...scriptAddresses.flatMap((address) => [
    `[a](${address})`,
    `[a](<${address}>)`,
    `![a](${address})`,
    `![a](<${address}>)`,
    `<${address}>`,
    `[a]\n\n[a]: <${address}> "t"`,
    `[![a](${address})](<${address}>)`,
  ]),
  '<script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<style>body{display:none}</style>',
  '<div style="background:url(javascript:alert(1))">',
  '<a href="javascript:alert(1)">a</a>',
  '<form action=/api><button formaction=javascript:alert(1)>a</button></form>',
  '<base href=//example.com>',
  '<meta http-equiv=refresh content=0>',
  '<object data=a><embed src=a>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<details open ontoggle=alert(1)><summary onclick=alert(1)>a</summary>\n\nb\n\n</details>',
  '<details><summary><img src=x onerror=alert(1)></summary>\n\n<script>alert(1)</script>\n\n</details>',
  '<kbd onclick=alert(1)>a</kbd><kbd><img src=x onerror=alert(1)></kbd><br onclick=alert(1)>',
  '<!-- --><script>alert(1)</script><!-- -->',
  '<!--><img src=x onerror=alert(1)>-->',
  '<!-- a --!><img src=x onerror=alert(1)> -->',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&amp;lt;script&amp;gt;alert(1)',
  '`<script>alert(1)</script>`',
  '```html" onload="alert(1)\n</code></pre><script>alert(1)</script>\n```',
  '```"><script>alert(1)</script>\na\n```',
  '```js\n</script><script>alert(1)</script> <!-- <img onerror=alert(1)>\n```',
  '[a](/b "\\" onclick=\\"alert(1)")',
  '![" onerror="alert(1)](/a "\' onerror=\'alert(1)")',
  '[a](https://example.com/"onclick="alert(1))',
  'https://example.com/"onclick="alert(1)',
  "https://example.com/'><script>alert(1)</script>",
  '[[<img src=x onerror=alert(1)>]] [["onclick="alert(1)|<script>]]',
  '# <script>alert(1)</script> " onclick="alert(1)',
  '# __proto__\n\n# constructor\n\n# body\n\n# cookie\n\n# forms\n\n# getElementById\n\n# currentScript',
  '[^__proto__] [^constructor] [^"onclick=alert(1)]\n\n[^__proto__]: a\n[^constructor]: b\n[^"onclick=alert(1)]: c',
  '[__proto__] [constructor] [a][toString]\n\n[__proto__]: javascript:alert(1)\n[constructor]: data:a',
  '$\\href{javascript:alert(1)}{a}$',
  '$\\url{javascript:alert(1)}$',
  '$\\htmlClass{evil}{a}$ $\\htmlId{evil}{a}$ $\\htmlStyle{color:red}{a}$ $\\htmlData{a=b}{c}$',
  '$\\includegraphics[width=1em]{https://example.com/a.png}$',
  '$\\text{<script>alert(1)</script>}$ $<img src=x onerror=alert(1)>_1$',
  '$\\unicode{x3c}script$ $\\char"3Cscript_1$',
  '$$\n\\def\\a{\\a\\a}\\a\n$$',
  '$\\color{red;background:url(javascript:alert(1))}{a}$ $\\colorbox{"onclick=alert(1)}{a}$',
  '$\\rule{1000000em}{1000000em}$',
  '| <script> | "onclick=" |\n|:-:|--|\n| <img src=x onerror=alert(1)> | ![a](javascript:alert(1)) |',
  '- [ ] <input autofocus onfocus=alert(1)>\n- [x] [a](javascript:alert(1))',
  '==<img src=x onerror=alert(1)>== ~~<script>~~',
  '\u0000<script>\u0000alert(1)</script>',
  '<ſcript>alert(1)</ſcript> ＜script＞alert(1)＜/script＞',
]

const schemes = /^(?:https?:|mailto:|#(?:x-)?(?:h|fn|fnref)-|\/|\.)/

describe.each(attacks)('%j', (markdown) => {
  test('runs nothing and styles nothing', async () => {
    // when
    const rendered = await renderHere(markdown, { idPrefix: 'x' })

    // then
    expect(rendered.fallback).toBeUndefined()
    expect(dangersIn(rendered.html)).toEqual([])
  })

  test('is harmless when it is shown as written, too', () => {
    expect(dangersIn(asWritten(markdown, 'timeout').html)).toEqual([])
  })
})

test('the check for dangers sees each of them', () => {
  for (const danger of [
    '<p style="a">',
    '<p onclick="a">',
    '<script></script>',
    '<a href="javascript:a">b</a>',
    '<p id="body">',
    '<img src="data:a">',
    '<iframe></iframe>',
    '<svg></svg>',
    '<math><mi href="/a"></mi></math>',
    '<input name="a">',
  ])
    expect(dangersIn(danger), danger).not.toEqual([])
})

test('every id of a text carries the prefix of the text and a part that no script looks up', async () => {
  // when
  const { html, toc } = await renderHere('# a\n\n# a\n\n#\n\n[^1]\n\n[^1]: b', { idPrefix: 'answer-7' })

  // then
  expect([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
    'answer-7-h-a',
    'answer-7-h-a-1',
    'answer-7-h-section',
    'answer-7-fnref-1',
    'answer-7-fn-1',
  ])
  expect(toc.map(({ id }) => id)).toEqual(['answer-7-h-a', 'answer-7-h-a-1'])
})

test('a prefix cannot leave the attribute it stands in', async () => {
  const { html } = await renderHere('# a', { idPrefix: '"><script>' })
  expect(html).toContain('<h3 id="script-h-a">')
})

test('the address of a known picture cannot be a script', async () => {
  const { html } = await renderHere('![a](b.png)', { images: { 'b.png': 'javascript:alert(1)' } })
  expect(dangersIn(html)).toEqual([])
})

const names = new Set(
  'a blockquote br code del details div em figcaption figure h3 h4 h5 h6 hr img input kbd label li mark math ol p pre s section span strong sub summary sup table tbody td th thead tr ul'.split(
    ' ',
  ),
)

function dangersIn(html: string): string[] {
  const dangers: string[] = []
  const visit = (node: Nodes, inMath: boolean) => {
    if (node.type === 'comment' || node.type === 'doctype') dangers.push(node.type)
    if (node.type === 'element') dangers.push(...dangersOf(node, inMath))
    if ('children' in node) {
      const isMath = inMath || (node.type === 'element' && node.tagName === 'math')
      for (const child of node.children) visit(child, isMath)
    }
  }
  visit(fromHtml(html, { fragment: true }), false)
  return dangers
}

function dangersOf({ tagName, properties }: Element, inMath: boolean): string[] {
  const known = inMath
    ? /^m[a-z]+$|^semantics$|^annotation$|^none$/.test(tagName) && tagName !== 'mglyph'
    : names.has(tagName)
  const wrong = Object.entries(properties).filter(([name, value]) => {
    if (/^(?:on|style$|srcset$|srcdoc$|formaction$|action$|name$|target$|xlink)/i.test(name)) return true
    if (name === 'id') return !/^(?:[\w-]+-)?(?:h|fn|fnref)-/.test(String(value))
    if (name === 'href') return inMath || !schemes.test(String(value))
    return name === 'src' && !/^(?:https?:|\/)/.test(String(value))
  })
  return [...(known ? [] : [tagName]), ...wrong.map(([name, value]) => `${tagName} ${name}=${value}`)]
}
