import type { ElementContent, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'

const blocks =
  /^(?:p|h[1-6]|li|ul|ol|pre|blockquote|table|tr|td|th|figure|figcaption|div|section|hr|br|details|summary|dl|dt|dd)$/

/** What a page says without its marks, a line a block: the same words in the same order as a browser's selection has them. */
export function pageText(html: string): string {
  return fromHtml(html, { fragment: true })
    .children.map(textOf)
    .join('')
    .replace(/\n{2,}/g, '\n')
    .trim()
}

/** The blocks of a page by name, in order: two pages with the same are built alike, whatever they say. */
export function pageShape(html: string): string {
  return fromHtml(html, { fragment: true }).children.map(shapeOf).join('')
}

function textOf(node: RootContent | ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  const text = node.children.map(textOf).join('')
  return blocks.test(node.tagName) ? `\n${text}\n` : text
}

function shapeOf(node: RootContent | ElementContent): string {
  if (node.type !== 'element') return ''
  const inside = node.children.map(shapeOf).join('')
  return blocks.test(node.tagName) ? `<${node.tagName}>${inside}</>` : inside
}
