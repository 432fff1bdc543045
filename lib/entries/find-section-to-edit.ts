import { and, eq, isNull } from 'drizzle-orm'
import { database } from '#db/client'
import { note, section } from '#db/schema/notes'
import { readImageUrls } from '#lib/assets/image-urls'
import type { SignedIn } from '#lib/auth/viewer'
import { findDraft } from './draft-queries.ts'
import { findText } from './find-text.ts'
import { mayEdit } from './policy.ts'

/** A section with all that its editor needs, as `findTextToEdit` has it for questions; undefined where there is none. */
export async function findSectionToEdit(viewer: SignedIn, shortId: string) {
  const [place] = await database()
    .select({
      id: section.id,
      shortId: section.shortId,
      noteId: note.id,
      note: { shortId: note.shortId, title: note.title },
    })
    .from(section)
    .innerJoin(note, eq(note.id, section.noteId))
    .where(and(eq(section.shortId, shortId), isNull(section.trashedAt), isNull(note.trashedAt)))
  const head = place && (await findText(database(), { kind: 'section', id: place.id }))
  if (!head) return undefined
  const isAllowed = mayEdit(viewer, head)
  const [draft, images] = isAllowed
    ? await Promise.all([findDraft(viewer, `section:${place.id}`), readImageUrls(database(), place.noteId)])
    : [undefined, {}]
  const { headId, number, title, markdown } = head
  return { place, isAllowed, draft, images, head: { id: headId, number, title, markdown } }
}
