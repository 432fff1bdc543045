import { and, eq, isNull } from 'drizzle-orm'
import { database } from '#db/client'
import { encounter, entry } from '#db/schema/entries'
import type { SignedIn } from '#lib/auth/viewer'
import { announceChange } from '#lib/entries/announce'
import { Refusal } from '#lib/refusal'
import type { RecordEncounter } from './input.ts'
import { mayRecordEncounter } from './policy.ts'

/** "I was asked this": keeps where, when and how often. Throws Refusal: forbidden, not-found. */
export async function recordEncounter(
  viewer: SignedIn,
  { entry: entryId, times, when, company, role, round }: RecordEncounter,
): Promise<{ id: string }> {
  if (!mayRecordEncounter(viewer)) throw new Refusal('forbidden', 'You may not record this here.')
  return database().transaction(async (tx) => {
    const [found] = await tx
      .select({ noteId: entry.noteId })
      .from(entry)
      .where(and(eq(entry.id, entryId), isNull(entry.trashedAt)))
      .for('update')
    if (!found) throw new Refusal('not-found', 'There is no such question.')
    const [made] = await tx
      .insert(encounter)
      .values({ entryId, times, ...when, company, role, round, reportedBy: viewer.id })
      .returning({ id: encounter.id })
    await announceChange(tx, {
      noteId: found.noteId,
      entryId,
      movesUp: false,
      actorId: viewer.id,
      action: 'encounter.record',
      objectKind: 'encounter',
      objectId: made!.id,
    })
    return made!
  })
}
