import type { Sql } from 'postgres'
import { lastOffset, mostHits, type SearchQuery, type SearchResult } from '../engine.ts'
import type { Need } from '../needs.ts'
import { type ParsedQuery, parseQuery } from '../query.ts'
import { relaxationsOf } from '../relaxations.ts'
import { countFacets } from './facets.ts'
import { limitsOf } from './filter.ts'
import { type Found, find, firstFinding, type Page } from './find.ts'
import { latest } from './latest.ts'
import { mend } from './mend.ts'

type Answer = Found & { parsed: ParsedQuery; needs: Need[]; relaxed: boolean; correction: string | null }

/** Finds in one statement where every word is known; mends slips, then drops words, only when nothing was found. */
export async function search(sql: Sql, query: SearchQuery, generation?: number): Promise<SearchResult> {
  const page: Page = {
    ...limitsOf(sql, query.filter, generation),
    limit: clamp(query.limit ?? 20, 1, mostHits),
    offset: clamp(query.offset ?? 0, 0, lastOffset),
  }
  const answer = await answerOf(sql, query, page)
  return {
    hits: answer.hits,
    total: query.total === false ? null : answer.total,
    facets: query.facets?.length ? await countFacets(sql, query.facets, answer.needs, page.condition) : {},
    terms: answer.parsed.terms,
    relaxed: answer.relaxed || answer.beyond,
    correction: answer.correction,
  }
}

async function answerOf(sql: Sql, { q, sort }: SearchQuery, page: Page): Promise<Answer> {
  const ask = (needs: Need[], as: ParsedQuery) =>
    sort === 'updated' || needs.length === 0 ? latest(sql, needs, page) : find(sql, as, needs, page)
  const parsed = parseQuery(q)
  const plain = { parsed, needs: parsed.wide, relaxed: false, correction: null }
  const nothing = parsed.wide.length === 0 && parsed.text !== ''
  if (nothing) return { ...plain, hits: [], total: 0, beyond: false }
  const found = await ask(parsed.wide, parsed)
  if (found.total > 0 || parsed.text === '') return { ...plain, ...found }

  const mended = (await mend(sql, parsed)).map(parseQuery)
  for (const better of mended) {
    const again = await ask(better.wide, better)
    if (again.total > 0)
      return { ...again, parsed: better, needs: better.wide, relaxed: false, correction: better.text }
  }
  const base = mended[0] ?? parsed
  const needs = await firstFinding(sql, relaxationsOf(base.text), page)
  if (!needs) return { ...plain, ...found }
  const correction = base === parsed ? null : base.text
  return { ...(await ask(needs, base)), parsed: base, needs, relaxed: true, correction }
}

const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Number.isFinite(value) ? Math.trunc(value) : least))
