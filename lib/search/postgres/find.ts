import type { Fragment, Sql } from 'postgres'
import { mostCounted } from '../engine.ts'
import type { Need } from '../needs.ts'
import type { ParsedQuery } from '../query.ts'
import { soundQueries } from './sound.ts'
import { tsqueryOf } from './tsquery.ts'

/** `beyond`: a hit lacks some of the words. */
export type Found = { hits: { id: string; score: number }[]; total: number; beyond: boolean }
export type Page = { condition: Fragment; limit: number; offset: number }

// How many documents without a match in the title are ranked by where their words stand; the rest follow in order of writing.
const ranked = 400
// How many titles that are just the last word of the query may stand before texts that have all words.
const mostHeads = 3

/**
 * One statement a keystroke. Titles and aliases first: equal to the query, beginning with it, holding it, holding its words, holding a
 * synonym, sounding like it; among equals the answered and the short. This order depends on nothing that changes while typing on, so the first stays
 * first. Then texts by cover density, read only where the titles do not fill the page; then, if nothing was found, what may be meant as sound.
 */
export async function find(sql: Sql, parsed: ParsedQuery, wide: Need[], page: Page): Promise<Found> {
  const { condition, limit, offset } = page
  const query = tsqueryOf(wide)
  const sound = soundQueries(parsed)
  const titles = sound.likely ? `(${query}) | ${sound.likely}` : query
  const [name = '', ...otherNames] = parsed.names
  const rows = await sql<{ id: string | null; score: number; total: number; headed: boolean }[]>`
    with titled as materialized (
      select id, ${score(sql)}
        + case when title_norm = ${name} then 80
               when starts_with(title_norm, ${name}) then 60
               when ${name} = any(alias_norm) then 50
               when strpos(title_norm, ${name}) > 0 then 40
               when ttsv @@ ${tsqueryOf(parsed.literal)}::tsquery then 30
               when title_norm = any(${otherNames}::text[]) then 22
               when ttsv @@ ${query}::tsquery then 16
               else 10 end
        + case when ttsv @@ ${tsqueryOf(parsed.finished)}::tsquery then 4 else 0 end as score
      from search_doc where ttsv @@ ${titles}::tsquery and ${condition}
      order by score desc, id limit ${mostCounted}
    ), matched as materialized (
      select id, tsv from search_doc where tsv @@ ${query}::tsquery and ${condition} limit ${mostCounted}
    ), headed as materialized (
      select id, 9 + ${score(sql)} as score from search_doc
      where title_norm = ${parsed.head} and ${condition} and not exists (select 1 from titled)
      order by 2 desc, id limit ${mostHeads}
    ), bodied as materialized (
      select id, case when row_number() over () <= ${ranked}
        then ${density(sql, query, parsed)} else 0 end as score
      from matched
      where (select count(*) from titled) < ${offset + limit} and id not in (select id from titled union all select id from headed)
    ), sounding as materialized (
      select id, ${score(sql)} as score
      from search_doc where ttsv @@ ${sound.possible}::tsquery and ${condition}
        and not exists (select 1 from titled) and not exists (select 1 from matched)
      order by score desc, id limit ${mostCounted}
    ), hits as (
      select id, score from titled union all select id, score from headed
      union all select id, score from bodied union all select id, score from sounding
    )
    select counted.total, counted.headed, paged.id, paged.score from (
      select least(${mostCounted}, (select count(*) from matched) + (select count(*) from sounding)
        + (select count(*) from (select id from titled union all select id from headed) as named
           where id not in (select id from matched)))::int as total,
        exists (select 1 from headed where id not in (select id from matched)) as headed
    ) counted left join (
      select id, score from hits order by score desc, id limit ${limit} offset ${offset}
    ) paged on true order by paged.score desc, paged.id`
  return {
    hits: rows.flatMap(({ id, score }) => (id === null ? [] : [{ id, score }])),
    total: rows[0]?.total ?? 0,
    beyond: rows[0]?.headed ?? false,
  }
}

/** How close together a text has the words, and how often: at most 5. Compounds whole before their parts. */
function density(sql: Sql, query: string | null, { strict }: ParsedQuery): Fragment {
  const cover = (words: string | null) => sql`ts_rank_cd('{0.1, 0.2, 0.5, 1.0}', tsv, ${words}::tsquery, 1)`
  const close = strict ? sql`${cover(tsqueryOf(strict))} * 10 + ${cover(query)} * 0.1` : cover(query)
  return sql`least(${close}, 5)::float8`
}

/** What a title has by itself: short before long, answered before unanswered. */
const score = (sql: Sql): Fragment => sql`
  case state when 'unanswered' then -1.5 when 'partial' then -0.7 else 0 end - least(char_length(title_norm), 100) * 0.03`

/** The first of several queries that finds anything at all; null when none does. */
export async function firstFinding(sql: Sql, queries: Need[][], condition: Fragment): Promise<number | null> {
  const [row] = await sql<{ at: number }[]>`
    select at::int from unnest(${queries.map((needs) => tsqueryOf(needs) ?? '')}::text[]) with ordinality as variant (query, at)
    where exists (select 1 from search_doc where tsv @@ query::tsquery and ${condition})
    order by at limit 1`
  return row ? row.at - 1 : null
}
