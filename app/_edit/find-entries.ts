import type { SearchAnswer } from '#lib/search/search'
import type { FoundEntry } from '../_editor/editor-props.ts'

/** The entries that `[[` offers for what is typed so far. */
export async function findEntries(query: string): Promise<FoundEntry[]> {
  const answer = await fetch(`/api/search?${new URLSearchParams({ q: query, limit: '8' })}`)
  if (!answer.ok) return []
  const { hits }: SearchAnswer = await answer.json()
  return hits.map(({ title, note }) => ({ title, hint: note.title }))
}
