import { eq } from 'drizzle-orm'
import { database } from '#db/client'
import { encounter } from '#db/schema/entries'
import type { SignedIn } from '#lib/auth/viewer'
import { announceChange } from '#lib/entries/announce'
import type { ChangeEncounter } from './input.ts'
import { requireEncounter } from './require-encounter.ts'

/** Puts right where, when or how often somebody was asked. Throws Refusal: not-found, forbidden. */
export async function changeEncounter(
  viewer: SignedIn,
  { encounter: id, times, when, company, role, round }: ChangeEncounter,
): Promise<void> {
  await database().transaction(async (tx) => {
    const { entryId, noteId } = await requireEncounter(tx, viewer, id)
    await tx
      .update(encounter)
      .set({ times, ...when, company, role, round })
      .where(eq(encounter.id, id))
    await announceChange(tx, {
      noteId,
      entryId,
      movesUp: false,
      actorId: viewer.id,
      action: 'encounter.change',
      objectKind: 'encounter',
      objectId: id,
    })
  })
}
