import { inArray, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { entryMerge } from '#db/schema/duplicates'
import { entry } from '#db/schema/entries'
import { Refusal } from '#lib/refusal'

/** Where a question that was merged away is read now, and each merge on the way there. */
export type Way = { end: string; mergeIds: string[] }

/**
 * The ways of those of these questions that were merged away, held until the transaction ends: nobody merges on or takes apart
 * meanwhile. Throws Refusal `conflict` where somebody did before they were held.
 */
export async function holdWays(tx: Transaction, entryIds: string[]): Promise<Map<string, Way>> {
  const ways = await readWays(tx, entryIds)
  const steps = [...ways.values()].flat()
  if (steps.length === 0) return new Map()
  // Merges before questions, as whoever takes a merge apart does.
  await tx
    .select({ id: entryMerge.id })
    .from(entryMerge)
    .where(inArray(entryMerge.id, [...new Set(steps.map(({ id }) => id))]))
    .orderBy(entryMerge.mergedAt, entryMerge.id)
    .for('update')
  await tx
    .select({ id: entry.id })
    .from(entry)
    .where(inArray(entry.id, [...new Set([...ways.keys(), ...steps.map(({ into }) => into)])]))
    .orderBy(entry.id)
    .for('update')
  const now = [...(await readWays(tx, entryIds)).values()].flat()
  if (now.map(({ id }) => id).join() !== steps.map(({ id }) => id).join())
    throw new Refusal('conflict', 'Questions were merged or taken apart at the same time.')
  return new Map(
    [...ways].map(([id, way]) => [id, { end: way.at(-1)?.into ?? id, mergeIds: way.map((step) => step.id) }]),
  )
}

/** Has every merge on the way know what came after it, so that taking it apart brings that back as well. */
export async function goTheWay(tx: Transaction, { mergeIds }: Way, answerIds: string[]): Promise<void> {
  await tx
    .update(entryMerge)
    .set({
      moves: sql`jsonb_set(${entryMerge.moves}, '{answers}', ${entryMerge.moves} -> 'answers' || ${JSON.stringify(answerIds)}::jsonb)`,
    })
    .where(inArray(entryMerge.id, mergeIds))
}

/** Each merge on the way of each question, in order. */
async function readWays(
  tx: Transaction,
  entryIds: string[],
): Promise<Map<string, { id: string; into: string }[]>> {
  if (entryIds.length === 0) return new Map()
  const rows = await tx.execute<{ start: string; id: string; into: string }>(sql`
    with recursive way as (
      select from_id as start, id, into_id, 1 as step from entry_merge where ${inArray(entryMerge.fromId, entryIds)} and undone_at is null
      union all
      select start, next.id, next.into_id, step + 1 from entry_merge next join way on next.from_id = way.into_id
      where next.undone_at is null)
    select start, id, into_id as into from way order by start, step`)
  const ways = new Map<string, { id: string; into: string }[]>()
  for (const { start, id, into } of rows) ways.set(start, [...(ways.get(start) ?? []), { id, into }])
  return ways
}
