import { Column, getTableName, is, type SQL, sql } from 'drizzle-orm'
import { searchDoc, searchIndex } from './schema/search.ts'

/** How far a question is answered, and whether somebody doubts what is said. */
export type EntryState = 'unanswered' | 'partial' | 'answered' | 'disputed' | 'outdated'

/**
 * The state of the entry with this id as SQL, the first that applies: `unanswered` and `partial` where no answer outside the trash
 * says more; `disputed` where a correction or report of kind fact, code or wrong is open on the entry or such an answer;
 * `outdated` where one of that kind is; else `answered`.
 */
export function entryStateOf(entryId: Column | SQL): SQL<EntryState> {
  const id = qualified(entryId)
  return sql<EntryState>`(
    select case most when 2 then ${doubtOf(id)} when 1 then 'partial' else 'unanswered' end
    from (
      select max(case head.substance when 'full' then 2 when 'some' then 1 else 0 end) as most, array_agg(of_entry.id) as answers
      from answer of_entry join revision head on head.id = of_entry.head_revision_id
      where of_entry.entry_id = ${id} and of_entry.trashed_at is null) said)`
}

/** What open corrections and reports make of an answered entry. */
const doubtOf = (id: SQL): SQL => sql`(
  select case when bool_or(kind in ('fact', 'code', 'wrong')) then 'disputed' when bool_or(kind = 'outdated') then 'outdated'
    else 'answered' end
  from (
    select kind from correction where state = 'open' and (entry_id = ${id} or answer_id = any(said.answers))
    union all
    select kind from report where closed_at is null and (entry_id = ${id} or answer_id = any(said.answers))) doubt)`

/**
 * The state as the search document has it: `entryStateOf`, kept by every change in its own transaction. For counts and long
 * lists, where deriving it entry by entry takes too long; join `searchDoc` on its id and `inLiveIndex`.
 */
export const indexedState = sql<EntryState>`${searchDoc.state}`

/** Says of a search document that it is one of the index in use. */
export const inLiveIndex = sql`${searchDoc.generation} = (select ${searchIndex.generation} from ${searchIndex} where ${searchIndex.live})`

// Drizzle leaves a column's table out where a query reads only one; in here a bare "id" would be another table's.
function qualified(entryId: Column | SQL): SQL {
  if (!is(entryId, Column)) return entryId
  return sql`${sql.identifier(getTableName(entryId.table))}.${sql.identifier(entryId.name)}`
}
