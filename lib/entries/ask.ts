import { and, eq, isNull, max } from 'drizzle-orm'
import { v7 } from 'uuid'
import { z } from 'zod'
import { database } from '#db/client'
import { entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { announceChange } from './announce.ts'
import { Title } from './input.ts'
import { insertEntry } from './insert-entry.ts'
import { mayAnswer } from './policy.ts'
import { renderText } from './render-text.ts'

export const Ask = z.object({ note: z.uuid(), title: Title })
export type Ask = z.infer<typeof Ask>

/** Puts a question without an answer at the end of a note. Throws Refusal: forbidden, not-found. */
export async function ask(
  viewer: SignedIn,
  { note: noteId, title }: Ask,
): Promise<{ shortId: string; title: string }> {
  if (!mayAnswer(viewer)) throw new Refusal('forbidden', 'You may not ask here.')
  const id = v7()
  const rendered = await renderText(noteId, id, '')
  return database().transaction(async (tx) => {
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
    await insertEntry(tx, {
      id,
      noteId,
      sectionId: null,
      position: (last?.position ?? 0) + 1,
      title,
      context: { markdown: '', rendered },
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
    const [made] = await tx.select({ shortId: entry.shortId }).from(entry).where(eq(entry.id, id))
    return { shortId: made?.shortId ?? '', title }
  })
}
