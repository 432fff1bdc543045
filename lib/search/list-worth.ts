import { driver } from '#db/client'
import type { Worth } from './near-ties.ts'

/** What is said of these entries now; those of which nothing is are left out. */
export async function listWorth(entryIds: string[]): Promise<Map<string, Worth>> {
  if (entryIds.length === 0) return new Map()
  const rows = await driver()<(Worth & { id: string })[]>`
    select doc.id, doc.asked, coalesce((
      select max(votes) from (
        select sum(vote.value)::int as votes from answer join vote on vote.answer_id = answer.id
        where answer.entry_id = doc.id and answer.trashed_at is null group by answer.id) voted), 0) as votes
    from search_doc doc
    where doc.id = any(${entryIds}::uuid[]) and doc.generation = (select generation from search_index where live)`
  return new Map(rows.map(({ id, votes, asked }) => [id, { votes, asked }]))
}
