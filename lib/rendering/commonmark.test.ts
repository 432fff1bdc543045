import { tests } from 'commonmark-spec'
import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { expect, test } from 'vitest'
import { renderHere } from './pipeline.ts'

/**
 * Where we differ from the reference on purpose, by example number of CommonMark 0.31.2. What is not listed must be equal
 * but for white space, the frame around code and the ids of headings.
 */
const onPurpose = {
  'headings begin at h3, for the page has its own h1 and h2': numbers(
    '10 59 62 66-68 71 72 75-84 86 89-91 95 96 102 103 115 141 214 215 227-230 232 300',
  ),
  'raw HTML is text, so that nothing written is eaten or run': numbers(
    '21 31 148-167 169-178 180-182 184-191 201 344 475-477 491 494 524 536 613-617 623 627-631 642 643',
  ),
  'a picture that is not at hand leaves a labelled gap': numbers('517 520 531 572-589 591'),
  'a path on somebody’s disk or an anchor without heading is not followed': numbers('202 501 502'),
  'a colon in a relative address gets ./ before it': numbers('500'),
  '[[…]] names an entry': numbers('548 590'),
  'only http, https and mailto are followed; other schemes in angle brackets are text':
    numbers('596 598 599 601'),
  'schemes are written small': numbers('597'),
  'bare addresses become links': numbers('602 608 611'),
}

test('the 652 examples of CommonMark come out as the reference says, or differ for a reason listed here', async () => {
  // given
  const reasons = new Map(
    Object.entries(onPurpose).flatMap(([reason, all]) => all.map((number) => [number, reason])),
  )

  // when
  const results = await Promise.all(
    tests.map(async ({ number, markdown, html }) => {
      const rendered = await renderHere(markdown.replaceAll('→', '\t'))
      return {
        number,
        rendered,
        ours: canonical(rendered.html),
        theirs: canonical(html.replaceAll('→', '\t')),
      }
    }),
  )

  // then
  expect(results).toHaveLength(652)
  expect(results.filter(({ rendered }) => rendered.fallback)).toEqual([])
  const differing = results.filter(({ ours, theirs }) => ours !== theirs).map(({ number }) => number)
  expect(differing).toEqual([...reasons.keys()].sort((a, b) => a - b))
  expect(results.length - differing.length).toBe(515)
})

test('examples with headings differ in the level alone', async () => {
  for (const number of onPurpose['headings begin at h3, for the page has its own h1 and h2']) {
    const { markdown = '', html = '' } = tests.find((example) => example.number === number) ?? {}
    const { html: ours } = await renderHere(markdown.replaceAll('→', '\t'))
    expect(withoutLevels(canonical(ours)), `example ${number}`).toBe(withoutLevels(canonical(html)))
  }
})

test('examples with pictures differ in the picture alone', async () => {
  for (const number of onPurpose['a picture that is not at hand leaves a labelled gap']) {
    const { markdown = '', html = '' } = tests.find((example) => example.number === number) ?? {}
    const { html: ours } = await renderHere(markdown)
    const reference = canonical(html).replace(
      /<img alt="(.*?)" src="\/?(.*?)".*?>/g,
      (_, alt, src) => `<gap>${alt || src}</gap>`,
    )
    expect(canonical(ours).replace(/<span [^>]*>(.*?)<\/span>/g, '<gap>$1</gap>'), `example ${number}`).toBe(
      reference,
    )
  }
})

function numbers(list: string): number[] {
  return list.split(' ').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number)
    return Array.from({ length: to - from + 1 }, (_, at) => from + at)
  })
}

const withoutLevels = (html: string) => html.replace(/<(\/?)h\d>/g, '<$1h>')

/** One spelling for what a browser shows alike: white space between blocks, order of attributes, our frames. */
function canonical(html: string): string {
  return spelled(fromHtml(html, { fragment: true }), false)
    .replace(/ ?(<\/?(?:p|h\d|ul|ol|li|blockquote|pre|hr)\b[^>]*>) ?/g, '$1')
    .replace(/ ?<br> ?/g, '<br>')
    .replace(/ {2,}/g, ' ')
    .replace(/\s+(<\/code><\/pre>)/g, '$1')
    .trim()
}

function spelled(node: Nodes, inCode: boolean): string {
  if (node.type === 'text') return inCode ? node.value.replaceAll(' ', '␠') : node.value.replace(/\s+/g, ' ')
  if (node.type !== 'element' && node.type !== 'root') return ''
  const inside = (code: boolean) => node.children.map((child) => spelled(child, code)).join('')
  if (node.type === 'root') return inside(inCode)
  const { rel: _rel, tabIndex: _tab, className, ...kept } = node.properties
  if (node.tagName === 'figcaption' || String(className).includes('heading-anchor')) return ''
  if (node.tagName === 'figure') return inside(inCode)
  if (/^h\d$/.test(node.tagName)) delete kept.id
  const attributes = Object.keys(kept)
    .sort()
    .map((name) => ` ${name}="${kept[name]}"`)
  const closing = ['br', 'hr', 'img'].includes(node.tagName) ? '' : `</${node.tagName}>`
  return `<${node.tagName}${attributes.join('')}>${inside(inCode || node.tagName === 'pre')}${closing}`
}
