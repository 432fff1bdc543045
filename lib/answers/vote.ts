import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { database, type Transaction } from '#db/client'
import { vote as votes } from '#db/schema/votes'
import { recordEvent } from '#lib/audit/record'
import type { Viewer } from '#lib/auth/viewer'
import { dropPages } from '#lib/pages/tags'
import { Refusal } from '#lib/refusal'
import { ShortId } from './input.ts'
import { mayVote } from './policy.ts'
import { listStandings } from './queries.ts'
import { requireAnswer } from './require-answer.ts'

export const Vote = z.object({
  /** The answer's short id. */
  answer: ShortId,
  /** What is wanted, 0 for none: the same again changes nothing. */
  value: z.union([z.literal(1), z.literal(0), z.literal(-1)]),
  /** The version that the voter had before them. */
  revisionId: z.uuid(),
})
export type Vote = z.infer<typeof Vote>

/**
 * Says what somebody thinks of an answer, in place of what they said before; returns the counts with it. Throws Refusal: not-found,
 * forbidden. Neither the entry's version nor its search document changes: both say nothing about votes.
 */
export async function vote(viewer: Viewer, wanted: Vote) {
  const voted = await database().transaction(async (tx) => {
    const answer = await requireAnswer(tx, wanted)
    if (!viewer.id || !mayVote(viewer, answer))
      throw new Refusal('forbidden', 'You may not vote on this answer.')
    const { value, revisionId } = wanted
    const key = { personId: viewer.id, answerId: answer.id }
    const isChanged = value === 0 ? await retract(tx, key) : await keep(tx, { ...key, value, revisionId })
    if (!isChanged) return answer
    await recordEvent(tx, {
      actorId: viewer.id,
      action: 'answer.vote',
      objectKind: 'answer',
      objectId: answer.id,
      detail: { value, revisionId },
    })
    await dropPages(tx, [`entry:${answer.entryId}`])
    return answer
  })
  const standings = await listStandings(voted.entryId, new Date())
  const { up = 0, down = 0, fresh = 0 } = standings.find(({ answerId }) => answerId === voted.id) ?? {}
  return { value: wanted.value, up, down, fresh }
}

type Key = { personId: string; answerId: string }

async function keep(tx: Transaction, row: Key & { value: 1 | -1; revisionId: string }): Promise<boolean> {
  const written = await tx
    .insert(votes)
    .values(row)
    .onConflictDoUpdate({
      target: [votes.personId, votes.answerId],
      set: { value: row.value, revisionId: row.revisionId, at: sql`now()` },
      setWhere: sql`(${votes.value}, ${votes.revisionId}) is distinct from (excluded.value, excluded.revision_id)`,
    })
    .returning({ value: votes.value })
  return written.length > 0
}

async function retract(tx: Transaction, { personId, answerId }: Key): Promise<boolean> {
  const gone = await tx
    .delete(votes)
    .where(and(eq(votes.personId, personId), eq(votes.answerId, answerId)))
    .returning({ value: votes.value })
  return gone.length > 0
}
