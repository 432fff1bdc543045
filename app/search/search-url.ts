import type { EntrySearch } from '#lib/search/input'
import { parseOperators } from '#lib/search/operators'

/** The same search without anything that narrows it; null where nothing does. */
export function widened(asked: EntrySearch): string | null {
  const { q, operators } = parseOperators(`${asked.q} `)
  const isNarrow = operators.length > 0 || asked.note || asked.tag || asked.state || asked.by || asked.asked
  const none = { note: undefined, tag: undefined, state: undefined, by: undefined, asked: undefined }
  return isNarrow && q.trim() !== '' ? searchUrl(asked, { q: q.trim(), ...none }) : null
}

/** The address of a search with something changed; a change starts again at the first page. */
export function searchUrl(asked: EntrySearch, change: Partial<EntrySearch>): string {
  const { q, note, tag, state, by, asked: times, offset } = { ...asked, offset: 0, ...change }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ q, note, tag, state, by, asked: times }))
    if (value) query.set(name, String(value))
  if (offset > 0) query.set('offset', String(offset))
  return `/search?${query}`
}
