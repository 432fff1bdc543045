import type { Element, ElementContent } from 'hast'
import type { Token } from 'markdown-it'
import { element, text } from './build.ts'

const mostWaysBack = 20

/** What the parser knows of footnotes after reading: label → number from 0 (negative: never referred to), and uses. */
export type FootnoteIndex = { refs?: Record<string, number>; list?: { count?: number }[] }

/** The raised number; only that where it stands inside a link. */
export function footnoteReference(token: Token, prefix: string, insideLink: boolean): Element {
  const { id, subId } = token.meta
  const number = text(String(id + 1))
  if (insideLink) return element('sup', { className: ['footnote-ref'] }, [number])
  const link = { href: `#${prefix}fn-${id + 1}`, id: backId(prefix, id + 1, subId), role: 'doc-noteref' }
  return element('sup', { className: ['footnote-ref'] }, [element('a', link, [number])])
}

const backId = (prefix: string, number: number, use: number) =>
  `${prefix}fnref-${number}${use > 0 ? `-${use + 1}` : ''}`

/** The notes in the order of their first use, with ways back; one that nothing refers to stands last, for it was written. */
export function footnoteSection(
  notes: Map<string, ElementContent[]>,
  index: FootnoteIndex,
  prefix: string,
): Element | null {
  if (notes.size === 0) return null
  let unused = index.list?.length ?? 0
  const numbered = [...notes].map(([label, children]) => {
    const id = index.refs?.[`:${label}`] ?? -1
    return { number: (id >= 0 ? id : unused++) + 1, uses: index.list?.[id]?.count ?? 0, children }
  })
  numbered.sort((a, b) => a.number - b.number)
  const items = numbered.map(({ number, uses, children }) => {
    const last = children.at(-1)
    const home = last?.type === 'element' && last.tagName === 'p' ? last.children : children
    home.push(...waysBack(number, uses, prefix))
    return element('li', { className: ['footnote-item'], id: `${prefix}fn-${number}` }, children)
  })
  return element('section', { className: ['footnotes'], role: 'doc-endnotes' }, [element('ol', {}, items)])
}

function waysBack(number: number, uses: number, prefix: string): ElementContent[] {
  return Array.from({ length: Math.min(uses, mostWaysBack) }, (_, use) =>
    element(
      'a',
      {
        href: `#${backId(prefix, number, use)}`,
        className: ['footnote-backref'],
        role: 'doc-backlink',
        ariaLabel: `↩ ${number}${use > 0 ? `-${use + 1}` : ''}`,
      },
      [text('↩')],
    ),
  )
}
