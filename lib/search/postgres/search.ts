import type { Sql } from 'postgres'
import type { SearchQuery, SearchResult } from '../engine.ts'
import { findAnswer, nothing } from '../find-answer.ts'
import { countFacets } from './facets.ts'
import { limitsOf } from './filter.ts'
import { find, firstFinding } from './find.ts'
import { latest } from './latest.ts'
import { mend } from './mend.ts'

/** Searches the live index, or the one numbered `generation`. */
export function search(sql: Sql, query: SearchQuery, generation?: number): Promise<SearchResult> {
  const limits = limitsOf(sql, query.filter, generation)
  return findAnswer(
    {
      find: (parsed, needs, page) => find(sql, parsed, needs, { ...limits, ...page }),
      // `find` has looked for it already, in its one statement.
      sounding: async () => nothing,
      latest: (needs, page) => latest(sql, needs, { ...limits, ...page }),
      mend: (parsed) => mend(sql, parsed),
      firstFinding: (variants) => firstFinding(sql, variants, limits),
      countFacets: (needs) => countFacets(sql, query.facets ?? [], needs, limits.condition),
    },
    query,
  )
}
