import { and, eq, isNull, max } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Transaction } from '#db/client'
import { entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import type { Rendered } from '#lib/rendering/rendered'
import { announceChange } from './announce.ts'
import { insertEntry } from './insert-entry.ts'

/**
 * `ask` for a question that comes about together with something else: puts it at the end of a note, in the caller's transaction.
 * `rendered` is what the pipeline makes of no text. Throws Refusal `not-found`.
 */
export async function insertQuestion(
  tx: Transaction,
  viewer: SignedIn,
  { note: noteId, title }: { note: string; title: string },
  rendered: Rendered,
): Promise<string> {
  // The lock puts two questions asked at once one after the other.
  const [found] = await tx
    .select({ id: note.id })
    .from(note)
    .where(and(eq(note.id, noteId), isNull(note.trashedAt)))
    .for('update')
  if (!found) throw new Refusal('not-found', 'There is no such note.', { field: 'note' })
  const [last] = await tx
    .select({ position: max(entry.position) })
    .from(entry)
    .where(eq(entry.noteId, noteId))
  const id = v7()
  const position = (last?.position ?? 0) + 1
  const context = { markdown: '', rendered }
  await insertEntry(tx, {
    id,
    noteId,
    sectionId: null,
    position,
    title,
    context,
    kind: 'edit',
    authorId: viewer.id,
  })
  await announceChange(tx, {
    noteId,
    entryId: id,
    actorId: viewer.id,
    action: 'entry.ask',
    objectKind: 'entry',
    objectId: id,
  })
  return id
}
