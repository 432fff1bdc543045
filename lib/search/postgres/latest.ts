import type { Fragment, Sql } from 'postgres'
import { mostCounted } from '../engine.ts'
import type { Found } from '../find-answer.ts'
import type { Need } from '../needs.ts'
import type { Page } from './find.ts'
import { tsqueryOf } from './tsquery.ts'

/** The documents in order of change, newest first; with needs, those that have all of them. */
export async function latest(sql: Sql, needs: Need[], { condition, limit, offset }: Page): Promise<Found> {
  const query = tsqueryOf(needs)
  const matching: Fragment = query ? sql`tsv @@ ${query}::tsquery and ${condition}` : condition
  const rows = await sql<{ id: string | null; total: number }[]>`
    select counted.total, paged.id from (
      select count(*)::int as total from (select 1 from search_doc where ${matching} limit ${mostCounted}) as match
    ) counted left join (
      select id, updated_at from search_doc where ${matching}
      order by generation, updated_at desc nulls last, id limit ${limit} offset ${offset}
    ) paged on true order by paged.updated_at desc nulls last, paged.id`
  return {
    hits: rows.flatMap(({ id }) => (id === null ? [] : [{ id, score: 0 }])),
    total: rows[0]?.total ?? 0,
    beyond: false,
  }
}
