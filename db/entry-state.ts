import { Column, getTableName, is, type SQL, sql } from 'drizzle-orm'
import { searchDoc, searchIndex } from './schema/search.ts'

/** How far a question is answered. `disputed` and `outdated` come from corrections. */
export type EntryState = 'unanswered' | 'partial' | 'answered' | 'disputed' | 'outdated'

/** The state of the entry with this id as SQL: what its most substantial answer that is not in the trash says. */
export function entryStateOf(entryId: Column | SQL): SQL<EntryState> {
  return sql<EntryState>`(
    select case max(case head.substance when 'full' then 2 when 'some' then 1 else 0 end)
      when 2 then 'answered' when 1 then 'partial' else 'unanswered' end
    from answer of_entry join revision head on head.id = of_entry.head_revision_id
    where of_entry.entry_id = ${qualified(entryId)} and of_entry.trashed_at is null)`
}

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
