import GithubSlugger, { slug } from 'github-slugger'
import type { Token } from 'markdown-it'
import { withoutBidi } from './invisible.ts'
import type { Heading } from './rendered.ts'

/** The page's title is h1 and its parts are h2, so a text's own headings begin here. */
const firstLevel = 3

export type Headings = {
  of: Map<Token, Heading>
  toc: Heading[]
  /** The id of the heading that `#fragment` means, as written. */
  find: (fragment: string) => string | null
}

/** Gives every heading its level on the page (no level is skipped, the order is kept) and an id unique in the text. */
export function outlineHeadings(tokens: Token[], prefix: string): Headings {
  const slugger = new GithubSlugger()
  const of = new Map<Token, Heading>()
  const ids = new Map<string, string>()
  const toc: Heading[] = []
  const above: number[] = []
  let aside = 0
  tokens.forEach((token, at) => {
    if (token.type === 'blockquote_open' || token.type === 'footnote_reference_open') aside++
    if (token.type === 'blockquote_close' || token.type === 'footnote_reference_close') aside--
    if (token.type !== 'heading_open') return
    const level = Number(token.tag.slice(1))
    while (above.length > 0 && (above.at(-1) ?? 0) >= level) above.pop()
    above.push(level)
    const text = withoutBidi(plainText(tokens[at + 1])).trim()
    const name = slugger.slug(text === '' ? 'section' : text)
    const heading = { depth: Math.min(6, firstLevel - 1 + above.length), id: `${prefix}h-${name}`, text }
    of.set(token, heading)
    ids.set(name, heading.id)
    if (text !== '' && aside === 0) toc.push(heading)
  })
  return { of, toc, find: (fragment) => findHeading(ids, fragment) }
}

function findHeading(ids: Map<string, string>, fragment: string): string | null {
  let name = fragment
  try {
    name = decodeURIComponent(fragment)
  } catch {
    // A stray percent sign is part of the name.
  }
  return ids.get(name) ?? ids.get(name.toLowerCase()) ?? ids.get(slug(name)) ?? null
}

/** What a reader sees of an inline token, without marks. */
export function plainText(inline: Token | undefined): string {
  return (inline?.children ?? [])
    .map((child) => {
      if (child.type === 'softbreak' || child.type === 'hardbreak') return ' '
      return child.type === 'image' ? plainText(child) : child.content
    })
    .join('')
}
