import { and, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { comment } from '#db/schema/comments'
import type { MergeMoves } from '#db/schema/duplicates'
import { answer, encounter, entryAlias, entryTag } from '#db/schema/entries'
import { watch } from '#db/schema/notifications'
import { standardAnswer } from '#db/schema/votes'
import { fold, squash } from '#lib/text/fold'
import type { Locked } from './merge-chain.ts'

const mostTags = 20

/** Moves and unites what hangs on a question over to another one, and says exactly what it did. */
export async function moveOver(tx: Transaction, from: Locked, into: Locked): Promise<MergeMoves> {
  return {
    answers: await moveAnswers(tx, from.id, into.id),
    comments: await moveComments(tx, from.id, into.id),
    encounters: await moveEncounters(tx, from.id, into.id),
    tags: await uniteTags(tx, from.id, into.id),
    aliases: await uniteNames(tx, from, into),
    watchers: await uniteWatchers(tx, from.id, into.id),
    standardAnswer: await takeStandard(tx, from.id, into.id),
  }
}

/** The same rows: votes, revisions and links to them go along. */
async function moveAnswers(tx: Transaction, from: string, into: string): Promise<string[]> {
  const moved = await tx
    .update(answer)
    .set({ entryId: into })
    .where(eq(answer.entryId, from))
    .returning({ id: answer.id })
  return moved.map(({ id }) => id).sort()
}

/** What was said of the question itself; what was said of an answer goes along with that. */
async function moveComments(tx: Transaction, from: string, into: string): Promise<string[]> {
  const moved = await tx
    .update(comment)
    .set({ entryId: into })
    .where(eq(comment.entryId, from))
    .returning({ id: comment.id })
  return moved.map(({ id }) => id).sort()
}

/** Marks stay with the heading that they stand in, and are counted from there (see `db/asked`). */
async function moveEncounters(tx: Transaction, from: string, into: string): Promise<string[]> {
  const moved = await tx
    .update(encounter)
    .set({ entryId: into })
    .where(and(eq(encounter.entryId, from), isNull(encounter.mark)))
    .returning({ id: encounter.id })
  return moved.map(({ id }) => id).sort()
}

async function uniteTags(tx: Transaction, from: string, into: string): Promise<string[]> {
  const [has] = await tx.select({ tags: count() }).from(entryTag).where(eq(entryTag.entryId, into))
  const wanted = await tx
    .select({ tagId: entryTag.tagId })
    .from(entryTag)
    .where(
      and(
        eq(entryTag.entryId, from),
        sql`${entryTag.tagId} not in (select tag_id from entry_tag where entry_id = ${into})`,
      ),
    )
    .orderBy(entryTag.tagId)
    .limit(Math.max(0, mostTags - (has?.tags ?? 0)))
  if (wanted.length === 0) return []
  const added = await tx
    .insert(entryTag)
    .values(wanted.map(({ tagId }) => ({ tagId, entryId: into })))
    .onConflictDoNothing()
    .returning({ tagId: entryTag.tagId })
  return added.map(({ tagId }) => tagId).sort()
}

const keyOf = (name: string): string => squash(name) || fold(name)

/** The title and the other names of the one become names of the other; gives their keys. */
async function uniteNames(tx: Transaction, from: Locked, into: Locked): Promise<string[]> {
  const aliases = await tx
    .select({ alias: entryAlias.alias })
    .from(entryAlias)
    .where(eq(entryAlias.entryId, from.id))
  const names = new Map([from.title, ...aliases.map(({ alias }) => alias)].map((name) => [keyOf(name), name]))
  names.delete(keyOf(into.title))
  if (names.size === 0) return []
  const added = await tx
    .insert(entryAlias)
    .values([...names].map(([key, alias]) => ({ entryId: into.id, key, alias })))
    .onConflictDoNothing()
    .returning({ key: entryAlias.key })
  return added.map(({ key }) => key).sort()
}

/** Whoever muted the merged one hears of the other as before. */
async function uniteWatchers(tx: Transaction, from: string, into: string): Promise<string[]> {
  const watching = await tx
    .select({ personId: watch.personId })
    .from(watch)
    .where(and(eq(watch.entryId, from), eq(watch.muted, false)))
  if (watching.length === 0) return []
  const added = await tx
    .insert(watch)
    .values(watching.map(({ personId }) => ({ personId, entryId: into })))
    .onConflictDoNothing()
    .returning({ personId: watch.personId })
  return added.map(({ personId }) => personId).sort()
}

/** The standard answer stays one, where the other question has none. */
async function takeStandard(
  tx: Transaction,
  from: string,
  into: string,
): Promise<MergeMoves['standardAnswer']> {
  const [standard] = await tx.select().from(standardAnswer).where(eq(standardAnswer.entryId, from))
  if (!standard) return null
  const [taken] = await tx
    .insert(standardAnswer)
    .values({ ...standard, entryId: into })
    .onConflictDoNothing()
    .returning({ answerId: standardAnswer.answerId, revisionId: standardAnswer.revisionId })
  return taken ?? null
}

/** What of these rows hangs on that question now. */
export const stillThere = (table: typeof answer | typeof encounter, ids: string[], entryId: string) =>
  and(inArray(table.id, ids), eq(table.entryId, entryId))
