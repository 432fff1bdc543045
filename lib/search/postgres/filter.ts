import type { Fragment, Sql } from 'postgres'
import { fold } from '#lib/text/fold'
import type { SearchQuery } from '../engine.ts'

/** A query's filter as a condition on search_doc, in one index. Values are parameters, never text of the statement. */
export function conditionOf(sql: Sql, filter: SearchQuery['filter'], generation: Fragment): Fragment {
  const { acl, spaces, tags, authors, states, updatedFrom, updatedTo } = filter
  return sql`generation = ${generation} and acl && ${acl}
    ${spaces ? sql`and space = any(${spaces})` : sql``}
    ${tags ? sql`and tags && ${tags.map(fold)}` : sql``}
    ${authors ? sql`and author = any(${authors})` : sql``}
    ${states ? sql`and state = any(${states})` : sql``}
    ${updatedFrom === undefined ? sql`` : sql`and updated_at >= to_timestamp(${updatedFrom})`}
    ${updatedTo === undefined ? sql`` : sql`and updated_at <= to_timestamp(${updatedTo})`}`
}

/** The index being read: a given one, or the live one. */
export const generationOf = (sql: Sql, generation?: number): Fragment =>
  generation === undefined ? sql`(select generation from search_index where live)` : sql`${generation}::int`
