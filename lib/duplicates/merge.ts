import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { database, type Transaction } from '#db/client'
import { entryMerge, type MergeMoves } from '#db/schema/duplicates'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { announceMerge } from './announce-merge.ts'
import { confirmDuplicate } from './confirm-duplicate.ts'
import { inOrder } from './find-pairs.ts'
import { type Locked, listMergesFrom, lockEntries } from './merge-chain.ts'
import { moveOver } from './move-over.ts'
import { mayMerge } from './policy.ts'
import { supersedeCorrections } from './supersede-corrections.ts'

export const Merge = z.object({ from: z.uuid(), into: z.uuid() })
export type Merge = z.infer<typeof Merge>

type Question = { shortId: string; title: string }
export type Merged = { mergeId: string; from: Question; into: Question }

/**
 * Makes one question of two: answers with their votes go over, encounters, tags, names and watchers unite, and the merged one leads
 * on to the other. It keeps its row, its history and its lines in its note's file. One transaction; both are locked.
 * Throws Refusal: forbidden, invalid (with itself), not-found, conflict (either is merged or in the trash by now).
 */
export async function mergeEntries(viewer: SignedIn, { from: fromId, into: intoId }: Merge): Promise<Merged> {
  if (!mayMerge(viewer)) throw new Refusal('forbidden', 'You may not merge questions.')
  if (fromId === intoId) throw new Refusal('invalid', 'A question cannot be merged with itself.')
  return database().transaction(async (tx) => {
    const locked = await lockEntries(tx, [fromId, intoId])
    const from = await requireLiving(tx, locked, fromId)
    const into = await requireLiving(tx, locked, intoId)
    const pair = await confirmPair(tx, viewer, fromId, intoId)
    const moves: MergeMoves = { ...(await moveOver(tx, from, into)), pair }
    await supersedeCorrections(tx, viewer, from)
    await tx.execute(sql`update entry set trashed_at = now() where id = ${fromId}`)
    const [made] = await tx
      .insert(entryMerge)
      .values({ fromId, intoId, moves, mergedBy: viewer.id })
      .returning({ id: entryMerge.id })
    const mergeId = made!.id
    await announceMerge(tx, { actorId: viewer.id, action: 'entry.merge', mergeId, from, ends: [into], moves })
    return {
      mergeId,
      from: { shortId: from.shortId, title: from.title },
      into: { shortId: into.shortId, title: into.title },
    }
  })
}

async function requireLiving(tx: Transaction, locked: Locked[], id: string): Promise<Locked> {
  const found = locked.find((one) => one.id === id)
  if (!found || found.noteTrashed) throw new Refusal('not-found', 'There is no such question.')
  if (!found.trashedAt) return found
  const end = (await listMergesFrom(tx, id)).at(-1)
  if (!end) throw new Refusal('conflict', 'This question is in the trash.', { reason: 'trashed' })
  const [into] = await tx.execute<{ title: string }>(sql`
    select title from revision where id = (select head_revision_id from entry where id = ${end.intoId})`)
  throw new Refusal('conflict', 'This question has been merged into another one.', {
    reason: 'merged',
    title: found.title,
    into: into?.title ?? '',
  })
}

/** Merging says that two are the same; gives what was thought of them before. */
async function confirmPair(
  tx: Transaction,
  viewer: SignedIn,
  one: string,
  other: string,
): Promise<MergeMoves['pair']> {
  const { firstId, secondId } = inOrder(one, other)
  const [before] = await tx.execute<{ state: 'proposed' | 'confirmed' | 'rejected' }>(sql`
    select state from duplicate where first_id = ${firstId} and second_id = ${secondId} for update`)
  await confirmDuplicate(tx, viewer.id, firstId, secondId)
  return before?.state ?? null
}
