import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { database, type Transaction } from '#db/client'
import { comment } from '#db/schema/comments'
import { duplicate, entryMerge, type MergeMoves } from '#db/schema/duplicates'
import { answer, encounter, entry } from '#db/schema/entries'
import { standardAnswer } from '#db/schema/votes'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { announceMerge } from './announce-merge.ts'
import { inOrder } from './find-pairs.ts'
import { listMergesFrom, lockEntries, type Step } from './merge-chain.ts'
import { stillThere } from './move-over.ts'
import { mayMerge } from './policy.ts'
import { takeBack } from './take-back.ts'

export const Unmerge = z.object({ merge: z.uuid() })
export type Unmerge = z.infer<typeof Unmerge>

/**
 * Undoes a merge: exactly what moved goes back, from wherever later merges have taken it; what was added since stays where it is.
 * Throws Refusal: forbidden, not-found, conflict (undone already, or merged on meanwhile).
 */
export async function unmergeEntries(
  viewer: SignedIn,
  { merge: mergeId }: Unmerge,
): Promise<{ shortId: string; title: string }> {
  if (!mayMerge(viewer)) throw new Refusal('forbidden', 'You may not take merged questions apart.')
  return database().transaction(async (tx) => {
    const [found] = await tx.select().from(entryMerge).where(eq(entryMerge.id, mergeId)).for('update')
    if (!found) throw new Refusal('not-found', 'There is no such merge.')
    if (found.undoneAt) throw new Refusal('conflict', 'This merge has been undone.', { reason: 'undone' })
    const chain = await listMergesFrom(tx, found.fromId)
    const locked = await lockEntries(tx, [found.fromId, ...chain.map(({ intoId }) => intoId)])
    // Somebody may have merged on before the locks were ours.
    if (!isSame(chain, await listMergesFrom(tx, found.fromId)))
      throw new Refusal('conflict', 'These questions were merged on at the same time.', { reason: 'moved' })
    const from = locked.find(({ id }) => id === found.fromId)!
    const ends = chain.flatMap(({ intoId }) => locked.find(({ id }) => id === intoId) ?? [])
    await bringBack(
      tx,
      found.moves,
      found.fromId,
      chain.map(({ intoId }) => intoId),
    )
    await takeBack(tx, found.moves, chain)
    await tx.update(entry).set({ trashedAt: null }).where(eq(entry.id, found.fromId))
    await tx
      .update(entryMerge)
      .set({ undoneBy: viewer.id, undoneAt: new Date() })
      .where(eq(entryMerge.id, mergeId))
    await thinkAsBefore(tx, found)
    await announceMerge(tx, {
      actorId: viewer.id,
      action: 'entry.unmerge',
      mergeId,
      from,
      ends,
      moves: found.moves,
    })
    return { shortId: from.shortId, title: from.title }
  })
}

const isSame = (one: Step[], other: Step[]): boolean =>
  one.length === other.length && one.every(({ mergeId }, at) => mergeId === other[at]?.mergeId)

/** From where later merges have taken them: the end of the chain. */
async function bringBack(tx: Transaction, moves: MergeMoves, to: string, chain: string[]): Promise<void> {
  const at = chain.at(-1)
  if (!at) return
  if (moves.answers.length > 0) {
    // An answer that goes back can no longer be the standard one there, nor where it came by.
    await tx
      .delete(standardAnswer)
      .where(and(inArray(standardAnswer.entryId, chain), inArray(standardAnswer.answerId, moves.answers)))
    await tx
      .update(answer)
      .set({ entryId: to })
      .where(stillThere(answer, moves.answers, at))
  }
  if (moves.encounters.length > 0)
    await tx
      .update(encounter)
      .set({ entryId: to })
      .where(stillThere(encounter, moves.encounters, at))
  if (moves.comments?.length)
    await tx
      .update(comment)
      .set({ entryId: to })
      // What was answered since belongs to the thread that it answers.
      .where(
        and(
          or(inArray(comment.id, moves.comments), inArray(comment.parentId, moves.comments)),
          eq(comment.entryId, at),
        ),
      )
}

type Found = { fromId: string; intoId: string; moves: MergeMoves }

/** A pair that only merging had confirmed is once more what it was: unthought of ones are offered for a decision. */
async function thinkAsBefore(tx: Transaction, { fromId, intoId, moves: { pair } }: Found): Promise<void> {
  if (pair === 'confirmed') return
  const { firstId, secondId } = inOrder(fromId, intoId)
  const decided = pair === 'rejected'
  await tx
    .update(duplicate)
    .set({
      state: decided ? 'rejected' : 'proposed',
      ...(decided ? {} : { decidedBy: null, decidedAt: sql`null` }),
    })
    .where(
      and(eq(duplicate.firstId, firstId), eq(duplicate.secondId, secondId), eq(duplicate.state, 'confirmed')),
    )
}
