import { and, eq, max } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '#db/client'
import { note } from '#db/schema/notes'
import type { SignedIn } from '#lib/auth/viewer'
import { announceChange } from '#lib/entries/announce'
import { Title } from '#lib/entries/input'
import { Refusal } from '#lib/refusal'
import { mayLayOut } from './policy.ts'

export const MakeNote = z.object({
  /** Made with the form, one a note, and the note's key: the same again is the same note. */
  operationId: z.uuid(),
  title: Title,
})
export type MakeNote = z.infer<typeof MakeNote>

/** Puts an empty note at the end of the shelf. Throws Refusal: forbidden, conflict where the name of the save is another's. */
export async function makeNote(
  viewer: SignedIn,
  { operationId: id, title }: MakeNote,
): Promise<{ id: string; shortId: string; title: string }> {
  if (!mayLayOut(viewer)) throw new Refusal('forbidden', 'Only editors make notes.')
  return database().transaction(async (tx) => {
    const [last] = await tx.select({ position: max(note.position) }).from(note)
    const position = (last?.position ?? -1) + 1
    const columns = { id: note.id, shortId: note.shortId, title: note.title }
    const [made] = await tx
      .insert(note)
      .values({ id, title, position, createdBy: viewer.id })
      .onConflictDoNothing()
      .returning(columns)
    if (!made) {
      const [earlier] = await tx
        .select(columns)
        .from(note)
        .where(and(eq(note.id, id), eq(note.createdBy, viewer.id)))
      if (!earlier) throw new Refusal('conflict', 'There is such a note already.')
      return earlier
    }
    await announceChange(tx, {
      noteId: id,
      entryId: null,
      actorId: viewer.id,
      action: 'note.make',
      objectKind: 'note',
      objectId: id,
      detail: { before: null, after: title },
    })
    return made
  })
}
