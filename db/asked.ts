import { Column, getTableName, is, type SQL, sql } from 'drizzle-orm'

/**
 * The ids whose encounters count for the entry with this id, as a subquery: its own and those of what was merged into it, for a mark
 * stays with the heading that it stands in.
 */
export function countedAs(entryId: Column | SQL): SQL {
  const id = is(entryId, Column)
    ? sql`${sql.identifier(getTableName(entryId.table))}.${sql.identifier(entryId.name)}`
    : entryId
  return sql`(
    with recursive counted as (
      select ${id} as id
      union select merged.from_id from entry_merge merged join counted on merged.into_id = counted.id where merged.undone_at is null)
    select id from counted)`
}

/** How often the entry with this id was asked; what was taken back does not count. */
export const timesAsked = (entryId: Column | SQL): SQL<number> => sql<number>`coalesce((
    select sum(met.times) from encounter met where met.entry_id in ${countedAs(entryId)} and met.retracted_at is null), 0)::int`
