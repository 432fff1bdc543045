import { driver } from '#db/client'
import { quote } from './postgres/tsquery.ts'
import { tokensOf } from './tokens.ts'

/** A word that is in more entries than this tells nothing about them. */
const common = 500
const mostTokens = 120

/**
 * The ids of living entries whose texts share words with this one, those with the rarest and most of them first, with how much
 * that is: each shared word counts by one over the number of entries that have it. For whoever then compares the texts.
 */
export async function findSharing(text: string, limit: number): Promise<{ id: string; score: number }[]> {
  const words = [...new Set(tokensOf(text).map((token) => token.text))].filter((word) => [...word].length > 1)
  const queries = words.slice(0, mostTokens).map(quote)
  const sql = driver()
  return sql<{ id: string; score: number }[]>`
    with hit as (
      select word.query, found.id, count(*) over (partition by word.query) as entries
      from unnest(${queries}::text[]) as word (query) cross join lateral (
        select id from search_doc
        where tsv @@ word.query::tsquery and generation = (select generation from search_index where live)
        limit ${common}
      ) found
    )
    select id, sum(1.0 / entries)::float8 as score from hit where entries < ${common}
    group by id order by score desc, id limit ${limit}`
}
