import { asc, inArray, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client'
import { entry } from '#db/schema/entries'

export type Step = { mergeId: string; fromId: string; intoId: string }

/** Where an entry has gone: each merge from it to the end, in order; empty where it is merged into nothing. */
export async function listMergesFrom(reader: Reader, entryId: string): Promise<Step[]> {
  const rows = await reader.execute<{ id: string; from_id: string; into_id: string }>(sql`
    with recursive chain as (
      select id, from_id, into_id, 1 as depth from entry_merge where from_id = ${entryId} and undone_at is null
      union all
      select next.id, next.from_id, next.into_id, depth + 1
      from entry_merge next join chain on next.from_id = chain.into_id
      where next.undone_at is null and depth < 1000)
    select id, from_id, into_id from chain order by depth`)
  return rows.map((row) => ({ mergeId: row.id, fromId: row.from_id, intoId: row.into_id }))
}

/** Locks entries against other merges, in one order for everyone, and gives what merging must know of them. */
export function lockEntries(tx: Transaction, ids: string[]) {
  return tx
    .select({
      id: entry.id,
      shortId: entry.shortId,
      noteId: entry.noteId,
      headId: entry.headRevisionId,
      trashedAt: entry.trashedAt,
      createdBy: entry.createdBy,
      title: sql<string>`(select title from revision where id = ${entry.headRevisionId})`,
      noteTrashed: sql<boolean>`(select trashed_at is not null from note where id = ${entry.noteId})`,
    })
    .from(entry)
    .where(inArray(entry.id, ids))
    .orderBy(asc(entry.id))
    .for('update')
}

export type Locked = Awaited<ReturnType<typeof lockEntries>>[number]
