import type { Viewer } from '#lib/auth/viewer'
import { mayArrange } from '#lib/entries/policy'
import { Refusal } from '#lib/refusal'
import { type Outline, outlineOf } from './outline.ts'
import { listNotes, listSections } from './queries.ts'

type PlaceNote = { id: string; title: string; sections: { id: string; title: string; depth: number }[] }

/** The notes in the order of the shelf with their sections in reading order: where things can be put. Throws Refusal `forbidden`. */
export async function listPlaces(viewer: Viewer): Promise<PlaceNote[]> {
  if (!mayArrange(viewer)) throw new Refusal('forbidden', 'You may not move questions.')
  const notes = await listNotes()
  const sections = notes.length > 0 ? await listSections(notes.map(({ id }) => id)) : []
  return notes.map(({ id, title }) => ({
    id,
    title,
    sections: flat(
      outlineOf(
        sections.filter(({ noteId }) => noteId === id),
        [],
      ),
      0,
    ),
  }))
}

function flat({ sections }: Outline, depth: number): PlaceNote['sections'] {
  return sections.flatMap((section) => [
    { id: section.id, title: section.title ?? '', depth },
    ...flat(section, depth + 1),
  ])
}
