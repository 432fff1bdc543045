import { type SQL, sql } from 'drizzle-orm'

/**
 * The votes on each answer of an entry as SQL, for `join … on answer_id`: `up` and `down` count people, `fresh` those who voted on
 * this wording (minor edits aside), `score` is the formula of `lib/answers/ranking`, rounded alike, at the moment `now`.
 * An answer without votes has no row.
 */
export function votesOf(entryId: SQL | string, now: Date): SQL {
  return sql`(
    select answer_id, count(*) filter (where value = 1)::int as up, count(*) filter (where value = -1)::int as down,
      count(*) filter (where is_fresh)::int as fresh,
      round(((coalesce(sum(weight) filter (where value = 1), 0) + 2) / (sum(weight) + 4))::numeric, 9)::float8 as score
    from (
      select voted.answer_id, voted.value, is_fresh,
        power(2::float8, -greatest(0, extract(epoch from ${now.toISOString()}::timestamptz - voted.at)::float8 / 86400) / 730)
          * case when is_fresh then 1 else 0.5 end as weight
      from answer of_entry
      join vote voted on voted.answer_id = of_entry.id
      join revision wording on wording.id = voted.revision_id
      cross join lateral (
        select not exists (
          select from revision later
          where later.answer_id = of_entry.id and later.number > wording.number and not later.minor) as is_fresh) age
      where of_entry.entry_id = ${entryId} and of_entry.trashed_at is null) weighed
    group by answer_id)`
}
