import type { Element, ElementContent } from 'hast'
import type { Token } from 'markdown-it'
import { element, shownText, text } from './build.ts'
import { withoutBidi } from './invisible.ts'
import { type Address, judgeAddress } from './links.ts'
import type { RenderedLink } from './rendered.ts'
import type { Place, Writing } from './writing.ts'

/** A link around what was written in it; one that must not or cannot be followed stays as text and is noted. */
export function finishLink(
  token: Token,
  children: ElementContent[],
  writing: Writing,
  place: Place,
): ElementContent[] {
  const target = token.attrGet('href') ?? ''
  const address = judgeAddress(target)
  const isTag = token.markup === 'autolink' && address.href === null && address.kind !== 'anchor'
  // `<std::string>` has the form of an address but is text.
  if (isTag) return [text('<'), ...children, text('>')]
  const found = address.kind === 'anchor' ? anchorOf(target, writing) : address
  noteLink(writing, place, { kind: 'link', target, label: shownText(children), problem: found.problem })
  if (found.href === null)
    return [element('span', { className: ['dead-link'], title: target.slice(0, 300) }, children)]
  const title = token.attrGet('title')
  return [
    element(
      'a',
      {
        href: found.href,
        ...(title ? { title } : {}),
        ...(found.kind === 'remote' ? { rel: ['noopener', 'nofollow'] } : {}),
      },
      children,
    ),
  ]
}

function anchorOf(target: string, writing: Writing): Address {
  const id = writing.headings.find(target.trim().slice(1))
  if (id === null) return { href: null, kind: 'anchor', problem: 'missing_anchor' }
  return { href: `#${id}`, kind: 'anchor', problem: null }
}

/** A link to the entry of that title or alias; which one that is, is found when it is followed. */
export function entryLink(token: Token, writing: Writing, place: Place): Element {
  const title = String(token.meta.title)
  noteLink(writing, place, { kind: 'link', target: `[[${title}]]`, label: token.content, problem: null })
  return element('a', { className: ['entry-link'], href: `/entries?title=${encodeURIComponent(title)}` }, [
    text(token.content),
  ])
}

/** Keeps a link or picture for the list of what the text points to. */
export function noteLink(
  writing: Writing,
  place: Place,
  link: Pick<RenderedLink, 'kind' | 'target' | 'label' | 'problem'>,
): void {
  writing.links.push({
    ...link,
    target: link.target.slice(0, 2000),
    label: withoutBidi(link.label).trim().slice(0, 200),
    line: place.line,
    isSource: link.kind === 'link' && place.isSource,
  })
}
