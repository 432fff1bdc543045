import { driver } from '#db/client'
import type { Viewer } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { maySeeSearches } from './policy.ts'

const most = 50

export type MissedSearch = { query: string; count: number; partly: boolean; lastDay: string }
export type FrequentSearch = { query: string; count: number; clicks: number; meanRank: number | null }

/** What was searched for and not found as a whole in the last `days`, the most frequent first; without what a question is called by now. Throws Refusal forbidden. */
export async function listMissedSearches(viewer: Viewer, days: number): Promise<MissedSearch[]> {
  requireEditor(viewer)
  return driver()<MissedSearch[]>`
    select (array_agg(query order by day desc))[1] as query, sum(count)::int as count,
      bool_and(results = 'partly') as partly, max(day)::text as "lastDay"
    from search_count missed
    where results <> 'found' and day > current_date - ${days}::int
      and not exists (
        select 1 from search_doc doc join search_index on search_index.generation = doc.generation and live
        where doc.title_norm = missed.key)
      and not exists (select 1 from search_count found where found.key = missed.key and results = 'found' and found.day > missed.day)
    group by key having sum(count) > 0 order by bool_and(results = 'partly'), 2 desc, 4 desc, 1 limit ${most}`
}

/** What was searched for most in the last `days`, how often a result was followed and how far down it stood on average. Throws Refusal forbidden. */
export async function listFrequentSearches(viewer: Viewer, days: number): Promise<FrequentSearch[]> {
  requireEditor(viewer)
  return driver()<FrequentSearch[]>`
    select (array_agg(query order by day desc))[1] as query, sum(count)::int as count, sum(clicks)::int as clicks,
      (sum(rank_sum)::float8 / nullif(sum(clicks), 0)) as "meanRank"
    from search_count where day > current_date - ${days}::int
    group by key having sum(count) > 0 order by 2 desc, 1 limit ${most}`
}

function requireEditor(viewer: Viewer): void {
  if (!maySeeSearches(viewer)) throw new Refusal('forbidden', 'Only editors see what is searched for.')
}
