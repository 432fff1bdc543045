import type { ElementContent, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import type { TrustedHtml } from './rendered.ts'

/** The blocks of a rendered text (paragraph, list, code …) without their ids, for pages that show blocks of several versions. */
export function blocksOf(html: TrustedHtml): { node: RootContent; html: TrustedHtml }[] {
  return fromHtml(html, { fragment: true })
    .children.filter((node) => node.type !== 'text' || node.value.trim() !== '')
    .map((node) => {
      forgetIds(node)
      return { node, html: htmlOf(node) }
    })
}

/** A block as HTML. Only for blocks of trusted pages in which texts were cut and marked. */
export const htmlOf = (node: RootContent): TrustedHtml =>
  // What was sanitised when it was rendered is written out again, its texts escaped.
  toHtml({ type: 'root', children: [node] } satisfies Root) as TrustedHtml

function forgetIds(node: RootContent | ElementContent): void {
  if (node.type !== 'element') return
  delete node.properties.id
  for (const child of node.children) forgetIds(child)
}
