import type { Fragment, Sql } from 'postgres'
import { mostCounted, surelyCounted } from '../engine.ts'
import type { Found, Page as Part } from '../find-answer.ts'
import type { Need } from '../needs.ts'
import type { ParsedQuery } from '../query.ts'
import type { Limits } from './filter.ts'
import { soundQueries } from './sound.ts'
import { tsqueryOf } from './tsquery.ts'

export type Page = Limits & Part

// How many texts are ranked by where their words stand; further ones follow in order of writing.
const ranked = 400
// How many titles that are just the last word of the query may stand before texts that have all words.
const mostHeads = 3

/**
 * One statement a keystroke. Titles and aliases first: equal to the query, beginning with it, holding it, holding its words, holding a
 * synonym, sounding like it; among equals the answered and the short. This order depends on nothing that changes while typing on, so the first stays
 * first. Then texts by cover density, read only where the titles do not fill the page; then, if nothing was found, what may be meant as sound.
 */
export async function find(sql: Sql, parsed: ParsedQuery, wide: Need[], page: Page): Promise<Found> {
  const { condition, given, limit, offset } = page
  const query = tsqueryOf(wide)
  const sound = soundQueries(parsed)
  const titles = sound.likely ? `(${query}) | ${sound.likely}` : query
  const name = parsed.names[0] ?? ''
  const rows = await sql<{ id: string | null; score: number; total: number; beyond: boolean }[]>`
    with titled as materialized (
      select distinct on (score, id) id, ${likeness(sql, parsed, query)} + ${merit(sql)} as score
      from search_named(${titles}::tsquery, ${name}, ${given}, ${surelyCounted})
      order by score desc, id limit ${surelyCounted}
    ), names as materialized (
      select count(*)::int as count from titled
    ), matched as materialized (
      select id, tsv from search_worded(${textQuery(sql, parsed, query, offset + limit)}, ${given}, ${mostCounted},
        (select count from names) < ${offset + limit})
    ), headed as materialized (
      select id, 9 + ${merit(sql)} as score from search_doc
      where title_norm = ${parsed.head} and ${condition} and not exists (select 1 from titled)
      order by 2 desc, id limit ${mostHeads}
    ), bodied as materialized (
      select id, case when row_number() over () <= ${ranked} then ${density(sql, query, parsed)} else 0 end as score
      from matched
      where (select count from names) < ${offset + limit}
        and id not in (select id from titled union all select id from headed)
    ), sounding as materialized (
      select distinct on (score, id) id, ${merit(sql)} as score
      from search_named(
        case when exists (select 1 from titled) or exists (select 1 from matched) then null else ${sound.possible}::tsquery end,
        '', ${given}, ${mostCounted})
      order by score desc, id limit ${mostCounted}
    ), hits as (
      select id, score from titled union all select id, score from headed
      union all select id, score from bodied union all select id, score from sounding
    )
    select counted.total, counted.beyond, paged.id, paged.score from (
      select case when worded = ${mostCounted} then worded else least(${mostCounted}, worded + (select count(*) from sounding)
        + (select count(*) from (select id from titled union all select id from headed) as named
           where id not in (select id from matched)))::int end as total,
        exists (select 1 from headed where id not in (select id from matched)) as beyond
      from (select count(*)::int as worded from matched) as texts
    ) counted left join (
      select id, score from hits order by score desc, id limit ${limit} offset ${offset}
    ) paged on true order by paged.score desc, paged.id`
  return {
    hits: rows.flatMap(({ id, score }) => (id === null ? [] : [{ id, score }])),
    total: rows[0]?.total ?? 0,
    beyond: rows[0]?.beyond ?? false,
  }
}

/** How a title or an alias answers to the query. */
function likeness(sql: Sql, parsed: ParsedQuery, query: string | null): Fragment {
  const [name = '', ...otherNames] = parsed.names
  return sql`case
      when title_norm = ${name} then 80
      when starts_with(title_norm, ${name}) then 60
      when ${name} = any(alias_norm) then 50
      when strpos(title_norm, ${name}) > 0 then 40
      when ttsv @@ ${tsqueryOf(parsed.literal)}::tsquery then 30
      when title_norm = any(${otherNames}::text[]) then 22
      when ttsv @@ ${query}::tsquery then 16
      else 10 end
    + case when ttsv @@ ${tsqueryOf(parsed.finished)}::tsquery then 4 else 0 end`
}

/** What a title has by itself: short before long, answered before unanswered. Each number a float: Postgres takes decimals into one through a text. */
const merit = (sql: Sql): Fragment => sql`
  case state when 'unanswered' then -1.5::float8 when 'partial' then -0.7::float8 else 0::float8 end
  - least(char_length(title_norm), 100) * 0.03::float8`

/** How close together a text has the words, and how often: at most 5. Compounds whole before their parts. */
function density(sql: Sql, query: string | null, { strict }: ParsedQuery): Fragment {
  const cover = (words: string | null) => sql`ts_rank_cd('{0.1, 0.2, 0.5, 1.0}', tsv, ${words}::tsquery, 1)`
  const close = strict ? sql`${cover(tsqueryOf(strict))} * 10 + ${cover(query)} * 0.1` : cover(query)
  return sql`least(${close}, 5)::float8`
}

/**
 * Texts are not asked where titles alone are as many as are surely counted, nor for one letter, which begins half of all words, where any
 * title has it; but where a page goes beyond the titles that were compared, texts are, for the other titles are among them.
 */
function textQuery(sql: Sql, { sound }: ParsedQuery, query: string | null, until: number): Fragment {
  const enough = sound?.length === 1 ? 1 : surelyCounted
  return sql`case when (select count from names) >= ${enough} and least((select count from names), ${until}) < ${surelyCounted}
    then null else ${query}::tsquery end`
}

/** The first of several queries that finds anything at all; undefined when none does. */
export async function firstFinding(
  sql: Sql,
  queries: Need[][],
  { given }: Limits,
): Promise<Need[] | undefined> {
  const written = queries.map((needs) => tsqueryOf(needs) ?? '')
  const [row] = await sql<
    { place: number | null }[]
  >`select search_first(${written}::text[], ${given}) as place`
  return row?.place ? queries[row.place - 1] : undefined
}
