import { eq } from 'drizzle-orm'
import { database } from '#db/client'
import { encounter } from '#db/schema/entries'
import type { SignedIn } from '#lib/auth/viewer'
import { announceChange } from '#lib/entries/announce'
import type { RetractEncounter } from './input.ts'
import { requireEncounter } from './require-encounter.ts'

/** Lets an encounter count again that was taken back. Throws Refusal: not-found (it counts already), forbidden. */
export async function restoreEncounter(viewer: SignedIn, { encounter: id }: RetractEncounter): Promise<void> {
  await database().transaction(async (tx) => {
    const { entryId, noteId } = await requireEncounter(tx, viewer, id, 'retracted')
    await tx.update(encounter).set({ retractedAt: null }).where(eq(encounter.id, id))
    await announceChange(tx, {
      noteId,
      entryId,
      movesUp: false,
      actorId: viewer.id,
      action: 'encounter.restore',
      objectKind: 'encounter',
      objectId: id,
    })
  })
}
