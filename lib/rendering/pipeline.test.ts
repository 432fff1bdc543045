import { describe, expect, test } from 'vitest'
import { renderHere } from './pipeline.ts'

const htmlOf = async (markdown: string) => (await renderHere(markdown)).html

describe('words', () => {
  test.each([
    ['**重点：**内容', '<strong>重点：</strong>内容'],
    ['**“引号”**后', '<strong>“引号”</strong>后'],
    ['中文**加粗**中文', '中文<strong>加粗</strong>中文'],
    ['**内存拷贝（`copy`）：**每次', '<strong>内存拷贝（<code>copy</code>）：</strong>每次'],
    ['这是*《书名》*吗', '这是<em class="cjk">《书名》</em>吗'],
    ['~~删除。~~之后', '<s>删除。</s>之后'],
    ['用于==网络进程通信：==不同主机', '用于<mark>网络进程通信：</mark>不同主机'],
    ['- ==雪花算法==', '<mark>雪花算法</mark>'],
    ['__init__ 和 a_b_c', '<strong>init</strong> 和 a_b_c'],
    ['按 <kbd>Ctrl</kbd>+<kbd>C</kbd>，H<sub>2</sub>O', '按 <kbd>Ctrl</kbd>+<kbd>C</kbd>，H<sub>2</sub>O'],
    ['一<br>二<br/>三', '一<br>二<br>三'],
  ])('%s', async (markdown, expected) => {
    expect(await htmlOf(markdown)).toContain(expected)
  })

  test.each(['is 和 ==区别', 'a==b 且 c==d', 'x === y', 'if (n==0) return n==1', '1 == 2 和 3 == 4'])(
    'comparisons stay as they are: %s',
    async (markdown) => {
      expect(await htmlOf(markdown)).toBe(`<p>${markdown}</p>`)
    },
  )

  test('what looks like a tag stays visible', async () => {
    const html = await htmlOf('flags=4163<UP,BROADCAST> vector<std::string> <b>x</b> List<int> <T>')
    expect(html).toBe(
      '<p>flags=4163&#x3C;UP,BROADCAST> vector&#x3C;std::string> &#x3C;b>x&#x3C;/b> List&#x3C;int> &#x3C;T></p>',
    )
  })

  test('comments vanish, one that never closes stays', async () => {
    expect(await htmlOf('a\n\n<!-- b\n\nc -->\n\nd <!-- e --> f')).toBe('<p>a</p><p>d  f</p>')
    expect(await htmlOf('- a\n  <!-- b -->\n- c <!-- d')).toBe('<ul><li>a</li><li>c &#x3C;!-- d</li></ul>')
  })

  test('a line break is kept between Chinese lines, mended where an editor cut a sentence, a space in English', async () => {
    expect(await htmlOf('优势：\n资源共享')).toBe('<p>优势：<br>资源共享</p>')
    expect(
      await htmlOf('中加入一项并继续遍历，如果遍历完所有的描述符以后还没有发现就绪的设备，\n则挂起当前进程'),
    ).toBe('<p>中加入一项并继续遍历，如果遍历完所有的描述符以后还没有发现就绪的设备，则挂起当前进程</p>')
    expect(await htmlOf('one\ntwo')).toBe('<p>one\ntwo</p>')
  })

  test('characters that turn the direction of text are shown, those nobody sees only in code', async () => {
    const html = await htmlOf('a\u202eb\u200bc `d\u200be` 👩\u200d👧 `👩\u200d👧`')
    expect(html).toContain('a<span class="invisible" data-character="U+202E" title="U+202E"></span>b\u200bc')
    expect(html).toContain(
      '<code>d<span class="invisible" data-character="U+200B" title="U+200B"></span>e</code>',
    )
    expect(html.match(/👩\u200d👧/gu)).toHaveLength(2)
  })
})

describe('formulas', () => {
  test.each(['$O(n^2)$', '$a$', '$x=1$', '复杂度$O(1)$。', '$$E=mc^2$$', '$\\text{时间}$', '$n \\log n$'])(
    '%s is one',
    async (markdown) => {
      const html = await htmlOf(markdown)
      expect(html).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML"')
      expect(html).not.toContain('$')
    },
  )

  test.each([
    '$PATH:$HOME/bin',
    '$PATH 和 $HOME',
    'echo $USER，再看$SHELL。',
    '价格 $5 和 $10',
    '$5,$10',
    'costs $100 (or 50$)',
    '"$(pwd)$(ls)"',
    '${HOME}/a:${PATH}/b',
    '$?、$#',
    '$1 到 $9',
    'US$5, US$6',
    'a $ b $ c',
    '$HOME$',
    'awk {print $1} 和 awk {print $2}',
  ])('%s is none', async (markdown) => {
    expect(await htmlOf(markdown)).toBe(`<p>${markdown}</p>`)
  })

  test('a block of its own, also in a fence called math', async () => {
    const expected = /^<div class="math-block" tabindex="0"><math [^>]*display="block">.*<\/math><\/div>$/s
    expect(await htmlOf('$$\n\\frac{a}{b}\n$$')).toMatch(expected)
    expect(await htmlOf('```math\n\\frac{a}{b}\n```')).toMatch(expected)
  })

  test('upright letters stay upright', async () => {
    expect(await htmlOf('$\\mathrm{R}_1$')).toContain('<mi mathvariant="normal">R</mi>')
  })

  test('one that cannot be read is shown as its source', async () => {
    expect(await htmlOf('$\\frac{a$')).toMatch(/<code class="math-error" title="[^"]+">\\frac\{a<\/code>/)
  })
})

describe('blocks', () => {
  test('headings begin at h3, keep their order and skip no level', async () => {
    // when
    const { html, toc } = await renderHere('##### 五\n\n## 二\n\n#### 四\n\n### 三\n\n## 二\n\n> # 引用')

    // then
    expect(html.match(/<h\d/g)).toEqual(['<h3', '<h3', '<h4', '<h4', '<h3', '<h3'])
    expect(toc).toEqual([
      { depth: 3, id: 'h-五', text: '五' },
      { depth: 3, id: 'h-二', text: '二' },
      { depth: 4, id: 'h-四', text: '四' },
      { depth: 4, id: 'h-三', text: '三' },
      { depth: 3, id: 'h-二-1', text: '二' },
    ])
  })

  test('tables scroll by keyboard, are named by their head and have no styles', async () => {
    const html = await htmlOf('| 协议 | 连接 |\n|:--|--:|\n| TCP | 有 |')
    expect(html).toContain(
      '<div class="table-scroll" tabindex="0" role="group" aria-label="协议 · 连接"><table>',
    )
    expect(html).toContain(
      '<th scope="col" class="align-left">协议</th><th scope="col" class="align-right">连接</th>',
    )
    expect(html).not.toContain('style')
  })

  test('task lists show what is done and cannot be ticked', async () => {
    const html = await htmlOf('- [ ] 看 `epoll`\n- [x] 写')
    expect(html).toBe(
      '<ul class="task-list"><li class="task-item"><label class="task"><input type="checkbox" disabled> 看 <code>epoll</code></label></li>' +
        '<li class="task-item"><label class="task"><input type="checkbox" disabled checked> 写</label></li></ul>',
    )
  })

  test('details fold Markdown, with GitHub’s habits around it', async () => {
    const html = await htmlOf(
      '<details><summary><b>答案</b></summary>\n<p>\n\n#### C\n\n- a `b`\n\n<details>\n<summary>再</summary>\n\nc\n\n</details>\n\n</p>\n</details>\n\n后',
    )
    expect(html.replace(/<a class="heading-anchor".*?<\/a>/, '')).toBe(
      '<details><summary>答案</summary><h3 id="h-c">C</h3><ul><li>a <code>b</code></li></ul>' +
        '<details><summary>再</summary><p>c</p></details></details><p>后</p>',
    )
    expect(await htmlOf('<details open><summary>一</summary>二</details>')).toBe(
      '<details open><summary>一</summary><p>二</p></details>',
    )
    expect(await htmlOf('<details>\n\na')).toBe('<p>&#x3C;details></p><p>a</p>')
  })

  test('footnotes stand at the end, lead there and back, and none is lost', async () => {
    const html = await htmlOf('一[^b]二[^a]三[^b]\n\n[^a]: 甲\n[^b]: 乙\n[^c]: 没有用到\n\n/^[a-z]+$/')
    expect(html.match(/href="#fn-\d"/g)).toEqual(['href="#fn-1"', 'href="#fn-2"', 'href="#fn-1"'])
    const [, notes = ''] = html.split('<section class="footnotes"')
    expect(notes.match(/[甲乙没]/g)).toEqual(['乙', '甲', '没'])
    expect(notes.match(/href="#fnref-1[-\d]*"/g)).toEqual(['href="#fnref-1"', 'href="#fnref-1-2"'])
    expect(html).toContain('/^[a-z]+$/')
  })
})

describe('code', () => {
  test('has its language as caption and classes by role', async () => {
    const html = await htmlOf('```py\n# 注释\ndef f(x): return "a" + str(1)\n```')
    expect(html).toMatch(
      /^<figure class="code" data-lang="python"><figcaption>python<\/figcaption><pre tabindex="0"><code>/,
    )
    expect(html).toContain('<span class="code-comment"># 注释</span>')
    expect(html).toMatch(/<span class="code-keyword">def ?<\/span>/)
    expect(html).toMatch(/<span class="code-string">"a"<\/span>/)
    expect(html).toContain('<span class="code-number">1</span>')
  })

  test.each(
    'python js ts sql bash json yaml html css c cpp java go rust nginx dockerfile lua http ini diff markdown makefile tsx sh golang c++ yml'.split(
      ' ',
    ),
  )('%s is known', async (label) => {
    const html = await htmlOf(`\`\`\`${label}\n${samples[label] ?? 'if (1) { return "a" } // b'}\n\`\`\``)
    expect(html).toMatch(/<span class="code-/)
  })

  test('the text of a block is what was written, highlighted or not', async () => {
    const written = 'int main() {\n\n\treturn 0;   // <b> & "c"\n}\n\n'
    const html = await htmlOf(`\`\`\`c\n${written}\`\`\``)
    const text = html
      .replace(/<figcaption>.*?<\/figcaption>|<[^>]+>/g, '')
      .replaceAll('&#x3C;', '<')
      .replaceAll('&#x26;', '&')
    expect(text).toBe(written.slice(0, -1))
  })

  test('a fence of Chinese prose wraps and loses its wrong label', async () => {
    const html = await htmlOf('```python\n1. 事务是一组操作，要么全部成功，要么全部失败。\n```')
    expect(html).toMatch(/^<figure class="code prose-block"><pre tabindex="0"><code>1\. 事务/)
  })

  test('unknown languages stay plain', async () => {
    expect(await htmlOf('```brainfog\nif (1) {}\n```')).toBe(
      '<figure class="code" data-lang="brainfog"><figcaption>brainfog</figcaption><pre tabindex="0"><code>if (1) {}</code></pre></figure>',
    )
  })
})

const samples: Record<string, string> = {
  diff: '+ a\n- b',
  html: '<p class="a">b</p>',
  css: 'p { color: red }',
  markdown: '# a\n\n`b`',
  makefile: 'all: a\n\techo b',
  http: 'GET / HTTP/1.1\nHost: a',
  ini: '[a]\nb=1',
  yaml: 'a: 1',
  yml: 'a: "b"',
  nginx: 'server { listen 80; }',
  dockerfile: 'FROM node:24\nRUN ls',
  sql: "select 1 from a where b = 'c'",
}
