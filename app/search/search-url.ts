import type { EntrySearch } from '#lib/search/input'

/** The address of a search with something changed; a change starts again at the first page. */
export function searchUrl(asked: EntrySearch, change: Partial<EntrySearch>): string {
  const { q, note, tag, state, by, asked: times, offset } = { ...asked, offset: 0, ...change }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ q, note, tag, state, by, asked: times }))
    if (value) query.set(name, String(value))
  if (offset > 0) query.set('offset', String(offset))
  return `/search?${query}`
}
