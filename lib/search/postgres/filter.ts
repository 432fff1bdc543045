import type { Fragment, Sql } from 'postgres'
import type { SearchQuery } from '../engine.ts'
import { fold } from '../fold.ts'

/** What a search is limited to, in the two forms the statements need; values are parameters, never text of the statement. */
export type Limits = {
  /** A condition on search_doc. */
  condition: Fragment
  /** The middle arguments of search_named, search_worded and search_first. */
  given: Fragment
}

/** Limits to a filter within one index: a given one, or the live one. */
export function limitsOf(sql: Sql, filter: SearchQuery['filter'], generation?: number): Limits {
  const { updatedFrom, updatedTo, asked } = filter
  const acl = filter.acl.map(storable)
  const spaces = filter.spaces?.map(storable)
  const folded = filter.tags?.map((tag) => storable(fold(tag)))
  const authors = filter.authors?.map(storable)
  const states = filter.states?.map(storable)
  const reading =
    generation === undefined ? sql`(select generation from search_index where live)` : sql`${generation}::int`
  return {
    condition: sql`generation = ${reading} and acl && ${acl}
      ${spaces ? sql`and space = any(${spaces})` : sql``}
      ${folded ? sql`and tags && ${folded}` : sql``}
      ${authors ? sql`and author = any(${authors})` : sql``}
      ${states ? sql`and state = any(${states})` : sql``}
      ${updatedFrom === undefined ? sql`` : sql`and updated_at >= to_timestamp(${updatedFrom})`}
      ${updatedTo === undefined ? sql`` : sql`and updated_at <= to_timestamp(${updatedTo})`}
      ${asked === undefined ? sql`` : sql`and asked >= ${asked}`}`,
    given: sql`${generation ?? null}::int, ${acl}::text[], ${spaces ?? null}::text[], ${folded ?? null}::text[],
      ${authors ?? null}::text[], ${states ?? null}::text[],
      to_timestamp(${updatedFrom ?? null}::float8), to_timestamp(${updatedTo ?? null}::float8), ${asked ?? null}::int`,
  }
}

/** Postgres keeps no NUL: a value that has one equals none that is kept. */
const storable = (value: string): string => value.replaceAll('\0', '\ufffd')
