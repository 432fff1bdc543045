import { eq } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { encounter, entry } from '#db/schema/entries'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { mayChangeEncounter } from './policy.ts'

/** An encounter that counts, or one that was taken back, which this person may change; held against others. Throws Refusal: not-found, forbidden. */
export async function requireEncounter(
  tx: Transaction,
  viewer: SignedIn,
  id: string,
  state: 'counted' | 'retracted' = 'counted',
) {
  const [found] = await tx
    .select({
      id: encounter.id,
      entryId: encounter.entryId,
      noteId: entry.noteId,
      reportedBy: encounter.reportedBy,
      mark: encounter.mark,
      retractedAt: encounter.retractedAt,
    })
    .from(encounter)
    .innerJoin(entry, eq(entry.id, encounter.entryId))
    .where(eq(encounter.id, id))
    .for('update', { of: encounter })
  if (!found || (found.retractedAt === null) !== (state === 'counted'))
    throw new Refusal('not-found', 'There is no such record.')
  if (!mayChangeEncounter(viewer, found)) throw new Refusal('forbidden', 'You may not change this.')
  return found
}
