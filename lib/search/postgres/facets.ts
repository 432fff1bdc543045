import type { Fragment, Sql } from 'postgres'
import type { Facet, SearchResult } from '../engine.ts'
import type { Need } from '../needs.ts'
import { tsqueryOf } from './tsquery.ts'

const mostValues = 50

/** How many of all matching documents have each value, the most frequent fifty of each facet. */
export async function countFacets(
  sql: Sql,
  facets: Facet[],
  needs: Need[],
  condition: Fragment,
): Promise<SearchResult['facets']> {
  const query = tsqueryOf(needs)
  const matching = query ? sql`tsv @@ ${query}::tsquery and ${condition}` : condition
  const counted = await Promise.all(
    facets.map(async (facet) => {
      const value = facet === 'tags' ? sql`unnest(tags)` : sql`${sql(facet)}`
      const rows = await sql<{ value: string; count: number }[]>`
        select ${value} as value, count(*)::int as count from search_doc where ${matching}
        group by 1 order by 2 desc, 1 limit ${mostValues}`
      return [facet, Object.fromEntries(rows.map((row) => [row.value, row.count]))] as const
    }),
  )
  return Object.fromEntries(counted)
}
