import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '#db/client'
import { note } from '#db/schema/notes'
import type { SignedIn } from '#lib/auth/viewer'
import { announceChange } from '#lib/entries/announce'
import { Title } from '#lib/entries/input'
import { Refusal } from '#lib/refusal'
import { mayLayOut } from './policy.ts'

export const RenameNote = z.object({
  note: z.uuid(),
  /** The name that was seen; another one by now is a conflict. */
  was: z.string().max(1_000),
  title: Title,
})
export type RenameNote = z.infer<typeof RenameNote>

/** Gives a note another name; its address still leads to it. Throws Refusal: forbidden, not-found, conflict. */
export async function renameNote(
  viewer: SignedIn,
  { note: id, was, title }: RenameNote,
): Promise<{ shortId: string; title: string }> {
  if (!mayLayOut(viewer)) throw new Refusal('forbidden', 'Only editors rename notes.')
  return database().transaction(async (tx) => {
    const [found] = await tx
      .select({ shortId: note.shortId, title: note.title })
      .from(note)
      .where(and(eq(note.id, id), isNull(note.trashedAt)))
      .for('update')
    if (!found) throw new Refusal('not-found', 'There is no such note.')
    if (found.title === title) return found
    if (found.title !== was)
      throw new Refusal('conflict', 'Somebody has renamed this note.', { field: 'title', title: found.title })
    await tx.update(note).set({ title }).where(eq(note.id, id))
    await announceChange(tx, {
      noteId: id,
      entryId: null,
      actorId: viewer.id,
      action: 'note.rename',
      objectKind: 'note',
      objectId: id,
      detail: { before: found.title, after: title },
    })
    return { shortId: found.shortId, title }
  })
}
