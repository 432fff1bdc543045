import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { entryMerge, type MergeMoves } from '#db/schema/duplicates'
import { entryAlias, entryTag } from '#db/schema/entries'
import { watch } from '#db/schema/notifications'
import type { Step } from './merge-chain.ts'

type Added = Pick<MergeMoves, 'tags' | 'aliases' | 'watchers'>

/**
 * Takes from each question along the chain what a merge added to the first of them and later merges handed on, and what moved out of
 * the records of the later ones, so that undoing those leaves alone what has gone back.
 */
export async function takeBack(tx: Transaction, moves: MergeMoves, chain: Step[]): Promise<void> {
  let added: Added = moves
  for (const [at, { mergeId, intoId }] of chain.entries()) {
    if (at > 0) added = await takeFromRecord(tx, mergeId, moves, added)
    await takeFrom(tx, intoId, added)
  }
}

/** What of it the later merge handed on. */
async function takeFromRecord(
  tx: Transaction,
  mergeId: string,
  moves: MergeMoves,
  added: Added,
): Promise<Added> {
  const [later] = await tx
    .select({ moves: entryMerge.moves })
    .from(entryMerge)
    .where(eq(entryMerge.id, mergeId))
    .for('update')
  if (!later) return { tags: [], aliases: [], watchers: [] }
  const handedOn = (key: keyof Added) => later.moves[key].filter((one) => added[key].includes(one))
  const left = (key: keyof Added) => later.moves[key].filter((one) => !added[key].includes(one))
  const { standardAnswer } = later.moves
  await tx
    .update(entryMerge)
    .set({
      moves: {
        ...later.moves,
        answers: later.moves.answers.filter((id) => !moves.answers.includes(id)),
        ...(later.moves.comments && {
          comments: later.moves.comments.filter((id) => !moves.comments?.includes(id)),
        }),
        encounters: later.moves.encounters.filter((id) => !moves.encounters.includes(id)),
        tags: left('tags'),
        aliases: left('aliases'),
        watchers: left('watchers'),
        standardAnswer:
          standardAnswer && moves.answers.includes(standardAnswer.answerId) ? null : standardAnswer,
      },
    })
    .where(eq(entryMerge.id, mergeId))
  return { tags: handedOn('tags'), aliases: handedOn('aliases'), watchers: handedOn('watchers') }
}

async function takeFrom(tx: Transaction, entryId: string, { tags, aliases, watchers }: Added): Promise<void> {
  if (tags.length > 0)
    await tx.delete(entryTag).where(and(eq(entryTag.entryId, entryId), inArray(entryTag.tagId, tags)))
  if (aliases.length > 0)
    await tx.delete(entryAlias).where(and(eq(entryAlias.entryId, entryId), inArray(entryAlias.key, aliases)))
  if (watchers.length > 0)
    await tx.delete(watch).where(and(eq(watch.entryId, entryId), inArray(watch.personId, watchers)))
}
