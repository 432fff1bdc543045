import type { MarkdownIt } from 'markdown-it'
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs'
import { isInsideLink } from './inside-link.ts'

/** `[[Title]]` and `[[Title|shown]]` name another entry; token `wiki_link` with `meta.title` and the shown text as content. */
export function linkEntriesByTitle(md: MarkdownIt): void {
  md.inline.ruler.before('link', 'wiki_link', wikiLink)
}

const written = /\[\[(?! )([^[\]|\n]{1,200})(?:\|([^[\]\n]{1,200}))?(?<! )\]\](?![([])/y

function wikiLink(state: StateInline, silent: boolean): boolean {
  if (isInsideLink(state) || !state.src.startsWith('[[', state.pos)) return false
  written.lastIndex = state.pos
  const [whole, title = '', shown] = written.exec(state.src) ?? []
  if (!whole || state.pos + whole.length > state.posMax) return false
  // Without a letter it is an index or a matrix; with a definition it is a reference link in brackets.
  if (!/\p{L}/u.test(title) || isDefined(state, title)) return false
  if (!silent) {
    const token = state.push('wiki_link', 'a', 0)
    token.content = (shown ?? title).trim()
    token.meta = { title: title.trim() }
  }
  state.pos += whole.length
  return true
}

function isDefined(state: StateInline, label: string): boolean {
  const references: unknown = state.env.references
  return (
    typeof references === 'object' &&
    references !== null &&
    Object.hasOwn(references, state.md.utils.normalizeReference(label))
  )
}
