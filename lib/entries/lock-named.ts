import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { mayName } from './policy.ts'

/** Locks a question whose tags or other names are about to change. Throws Refusal: not-found, forbidden. */
export async function lockNamed(
  tx: Transaction,
  viewer: SignedIn,
  entryId: string,
): Promise<{ noteId: string }> {
  const [found] = await tx
    .select({ noteId: entry.noteId, createdBy: entry.createdBy })
    .from(entry)
    .innerJoin(note, eq(note.id, entry.noteId))
    .where(and(eq(entry.id, entryId), isNull(entry.trashedAt), isNull(note.trashedAt)))
    .for('update', { of: entry })
  if (!found) throw new Refusal('not-found', 'There is no such question.')
  if (!mayName(viewer, found)) throw new Refusal('forbidden', 'You may not tag or name this question.')
  return found
}
