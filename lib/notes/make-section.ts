import { and, eq, isNull, max, min } from 'drizzle-orm'
import { v7 } from 'uuid'
import { z } from 'zod'
import { database, type Transaction } from '#db/client'
import { note, section } from '#db/schema/notes'
import type { SignedIn } from '#lib/auth/viewer'
import { announceChange } from '#lib/entries/announce'
import { Title } from '#lib/entries/input'
import { insertSection } from '#lib/entries/insert-section'
import { findOperation, keepOperation } from '#lib/entries/operation'
import { renderText } from '#lib/entries/render-text'
import { Refusal } from '#lib/refusal'
import { mayLayOut } from './policy.ts'

export const MakeSection = z.object({
  /** Made with the form, one a section: the same again is the same section. */
  operationId: z.uuid(),
  note: z.uuid(),
  /** None: at the top of the note. */
  parent: z.preprocess((value) => (value === '' ? null : value), z.uuid().nullish().default(null)),
  title: Title,
})
export type MakeSection = z.infer<typeof MakeSection>

// As deep as headings go.
const deepest = 6

/** Puts an empty section at the end of a note or of another section. Throws Refusal: forbidden, not-found, invalid where it is too deep. */
export async function makeSection(
  viewer: SignedIn,
  wanted: MakeSection,
): Promise<{ id: string; shortId: string; note: { shortId: string; title: string } }> {
  if (!mayLayOut(viewer)) throw new Refusal('forbidden', 'Only editors make sections.')
  const id = v7()
  const text = { markdown: '', rendered: await renderText(wanted.note, id, '') }
  return database().transaction(async (tx) => {
    // The lock puts two sections made at once one after the other.
    const [found] = await tx
      .select({ shortId: note.shortId, title: note.title })
      .from(note)
      .where(and(eq(note.id, wanted.note), isNull(note.trashedAt)))
      .for('update')
    if (!found) throw new Refusal('not-found', 'There is no such note.', { field: 'note' })
    const earlier = await findOperation(tx, viewer, wanted.operationId)
    if (!earlier) {
      const { revisionId } = await insertSection(tx, {
        id,
        noteId: wanted.note,
        parentId: wanted.parent,
        ...(await placeOf(tx, wanted)),
        title: wanted.title,
        text,
        kind: 'edit',
        authorId: viewer.id,
      })
      await keepOperation(tx, viewer, wanted.operationId, revisionId)
      await announceChange(tx, {
        noteId: wanted.note,
        entryId: null,
        actorId: viewer.id,
        action: 'section.make',
        objectKind: 'section',
        objectId: id,
        detail: { before: null, after: wanted.title },
      })
    }
    const made = earlier?.sectionId ?? id
    const [row] = await tx.select({ shortId: section.shortId }).from(section).where(eq(section.id, made))
    return { id: made, shortId: row?.shortId ?? '', note: found }
  })
}

async function placeOf(tx: Transaction, { note: noteId, parent }: MakeSection) {
  const [all] = await tx
    .select({ last: max(section.position), top: min(section.level) })
    .from(section)
    .where(eq(section.noteId, noteId))
  const position = (all?.last ?? 0) + 1
  if (!parent) return { position, level: Math.max(2, all?.top ?? 2) }
  const [above] = await tx
    .select({ level: section.level })
    .from(section)
    .where(and(eq(section.id, parent), eq(section.noteId, noteId), isNull(section.trashedAt)))
  if (!above) throw new Refusal('not-found', 'The note has no such section.', { field: 'parent' })
  if (above.level >= deepest) throw new Refusal('invalid', 'That is too deep.', { field: 'parent' })
  return { position, level: above.level + 1 }
}
