import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { database, type Transaction } from '#db/client'
import { encounter, entry } from '#db/schema/entries'
import type { SignedIn } from '#lib/auth/viewer'
import { announceChange, announcePlacing } from '#lib/entries/announce'
import { lockNotes } from '#lib/entries/lock-notes'
import { Refusal } from '#lib/refusal'
import { mostQuestions } from './interview.ts'
import { mayRecordEncounter } from './policy.ts'

const Ids = z.array(z.uuid()).max(mostQuestions)
export const TakeBackInterview = z.object({ encounters: Ids, questions: Ids })
export type TakeBackInterview = z.infer<typeof TakeBackInterview>

/**
 * Takes an interview back that one has just recorded: what was asked no longer counts, and the questions that it brought go into the
 * trash, but for those that somebody has answered, changed, talked about or met since. Others' are left alone. Throws Refusal `forbidden`.
 */
export async function takeBackInterview(
  viewer: SignedIn,
  { encounters, questions }: TakeBackInterview,
): Promise<void> {
  if (!mayRecordEncounter(viewer)) throw new Refusal('forbidden', 'You may not take this back.')
  await database().transaction(async (tx) => {
    await retract(tx, viewer, encounters)
    await throwAway(tx, viewer, questions)
  })
}

async function retract(tx: Transaction, viewer: SignedIn, ids: string[]): Promise<void> {
  const own = await tx
    .select({ id: encounter.id, entryId: entry.id, noteId: entry.noteId })
    .from(encounter)
    .innerJoin(entry, eq(entry.id, encounter.entryId))
    .where(
      and(
        inArray(encounter.id, ids),
        eq(encounter.reportedBy, viewer.id),
        isNull(encounter.mark),
        isNull(encounter.retractedAt),
      ),
    )
    // In one order for everyone, so that two transactions never wait for each other.
    .orderBy(asc(entry.id))
    .for('update')
  for (const { id, entryId, noteId } of own) {
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
  }
}

async function throwAway(tx: Transaction, viewer: SignedIn, ids: string[]): Promise<void> {
  const brought = await tx.select({ noteId: entry.noteId }).from(entry).where(inArray(entry.id, ids))
  await lockNotes(
    tx,
    brought.map(({ noteId }) => noteId),
  )
  const gone = await tx
    .update(entry)
    .set({ trashedAt: sql`now()` })
    .where(and(inArray(entry.id, ids), eq(entry.createdBy, viewer.id), isNull(entry.trashedAt), isUntouched))
    .returning({ id: entry.id, noteId: entry.noteId })
  for (const { id, noteId } of gone)
    await announcePlacing(tx, {
      noteIds: [noteId],
      entryIds: [id],
      actorId: viewer.id,
      action: 'entry.trash',
      objectKind: 'entry',
      objectId: id,
      detail: { note: noteId, entries: 1 },
    })
}

const isUntouched = sql`not exists (select from answer where answer.entry_id = ${entry.id})
  and not exists (select from comment where comment.entry_id = ${entry.id})
  and not exists (select from encounter met where met.entry_id = ${entry.id} and met.retracted_at is null)
  and (select count(*) from revision where revision.entry_id = ${entry.id}) = 1`
