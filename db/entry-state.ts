import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

export const entryStates = ['unanswered', 'partial', 'answered', 'disputed', 'outdated'] as const
/** How far a question is answered. `disputed` and `outdated` come from corrections. */
export type EntryState = (typeof entryStates)[number]

/** The state of the entry with this id as SQL: what its most substantial answer that is not in the trash says. */
export function entryStateOf(entryId: SQLWrapper): SQL<EntryState> {
  return sql<EntryState>`(
    select case max(case head.substance when 'full' then 2 when 'some' then 1 else 0 end)
      when 2 then 'answered' when 1 then 'partial' else 'unanswered' end
    from answer of_entry join revision head on head.id = of_entry.head_revision_id
    where of_entry.entry_id = ${entryId} and of_entry.trashed_at is null)`
}
