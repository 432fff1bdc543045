import { eq } from 'drizzle-orm'
import { database } from '#db/client'
import { encounter } from '#db/schema/entries'
import type { SignedIn } from '#lib/auth/viewer'
import { announceChange } from '#lib/entries/announce'
import type { RetractEncounter } from './input.ts'
import { requireEncounter } from './require-encounter.ts'

/** Takes an encounter back: its row stays and no longer counts. Throws Refusal: not-found, forbidden. */
export async function retractEncounter(viewer: SignedIn, { encounter: id }: RetractEncounter): Promise<void> {
  await database().transaction(async (tx) => {
    const { entryId, noteId } = await requireEncounter(tx, viewer, id)
    await tx.update(encounter).set({ retractedAt: new Date() }).where(eq(encounter.id, id))
    await announceChange(tx, {
      noteId,
      entryId,
      movesUp: false,
      actorId: viewer.id,
      action: 'encounter.retract',
      objectKind: 'encounter',
      objectId: id,
    })
  })
}
