import { pathTo } from '#lib/notes/outline'
import type { TreePlace } from './tree.tsx'

/** Where a new question is asked, with the place that is being read already chosen. */
export function newPathAt({ note }: TreePlace = {}): string {
  if (!note) return '/entries/new'
  const section = pathTo(note.outline, note.entry?.sectionId ?? null).at(-1)
  const query = { note: note.shortId, ...(section && { section: section.shortId }) }
  return `/entries/new?${new URLSearchParams(query)}`
}
