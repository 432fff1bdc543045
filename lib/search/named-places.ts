import type { Viewer } from '#lib/auth/viewer'
import type { Operator } from './operators.ts'
import { listNotesNamed, listPeopleNamed, listTagsNamed, type Place } from './places.ts'

/** What has the typed text in its name; people only for members. */
export type NamedPlaces = { notes: Place[]; tags: Place[]; people: string[] }

const none: NamedPlaces = { notes: [], tags: [], people: [] }

/** While a note's, a tag's or a person's name is being typed as an operator, what has that in its name; else what has the text. */
export async function placesNamed(viewer: Viewer, q: string, open: Operator | null): Promise<NamedPlaces> {
  if (open?.key === 'note') return { ...none, notes: await listNotesNamed(open.value) }
  if (open?.key === 'tag') return { ...none, tags: await listTagsNamed(open.value) }
  if (open?.key === 'by') return { ...none, people: await listPeopleNamed(viewer, open.value) }
  if (q.trim() === '') return none
  const [notes, tags, people] = await Promise.all([
    listNotesNamed(q),
    listTagsNamed(q),
    listPeopleNamed(viewer, q),
  ])
  return { notes, tags, people }
}
