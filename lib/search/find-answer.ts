import { lastOffset, mostHits, type SearchQuery, type SearchResult } from './engine.ts'
import type { Need } from './needs.ts'
import { type ParsedQuery, parseQuery } from './query.ts'
import { relaxationsOf } from './relaxations.ts'

/** `beyond`: a hit lacks some of the words. */
export type Found = { hits: { id: string; score: number }[]; total: number; beyond: boolean }

/** What one engine does for one search, within its filter. */
export type Finder = {
  /** In order of relevance. */
  find(parsed: ParsedQuery, needs: Need[], page: Page): Promise<Found>
  /** What may be meant as sound, where nothing was found as words. */
  sounding(parsed: ParsedQuery, page: Page): Promise<Found>
  /** In order of change, newest first; with needs, those that have all of them. */
  latest(needs: Need[], page: Page): Promise<Found>
  /** The query with unknown words replaced by known ones, the nearest first. */
  mend(parsed: ParsedQuery): Promise<string[]>
  /** The first of several that finds anything. */
  firstFinding(variants: Need[][]): Promise<Need[] | undefined>
  countFacets(needs: Need[]): Promise<SearchResult['facets']>
}

export type Page = { limit: number; offset: number }

export const nothing: Found = { hits: [], total: 0, beyond: false }

type Answer = Found & { parsed: ParsedQuery; needs: Need[]; relaxed: boolean; correction: string | null }

/** Asks once where every word is known; mends slips, then drops words, only when nothing was found. */
export async function findAnswer(finder: Finder, query: SearchQuery): Promise<SearchResult> {
  const answer = await answerOf(finder, query)
  return {
    hits: answer.hits,
    total: query.total === false ? null : answer.total,
    facets: query.facets?.length ? await finder.countFacets(answer.needs) : {},
    terms: answer.parsed.terms,
    relaxed: answer.relaxed || answer.beyond,
    correction: answer.correction,
  }
}

async function answerOf(finder: Finder, query: SearchQuery): Promise<Answer> {
  const page = {
    limit: clamp(query.limit ?? 20, 1, mostHits),
    offset: clamp(query.offset ?? 0, 0, lastOffset),
  }
  const ask = (needs: Need[], as: ParsedQuery) =>
    query.sort === 'updated' || needs.length === 0 ? finder.latest(needs, page) : finder.find(as, needs, page)
  const parsed = parseQuery(query.q)
  const plain = { parsed, needs: parsed.wide, relaxed: false, correction: null }
  if (parsed.wide.length === 0 && parsed.text !== '') return { ...plain, ...nothing }
  const found = await ask(parsed.wide, parsed)
  if (found.total > 0 || parsed.text === '') return { ...plain, ...found }

  // Side by side, for each takes questions of its own.
  const [sounding, { mended, better }] = await Promise.all([
    query.sort === 'updated' ? nothing : finder.sounding(parsed, page),
    findMended(finder, parsed, ask),
  ])
  if (sounding.total > 0) return { ...plain, ...sounding }
  if (better) return { ...better, relaxed: false, correction: better.parsed.text }
  const base = mended[0] ?? parsed
  const needs = await finder.firstFinding(relaxationsOf(base.text))
  if (!needs) return { ...plain, ...found }
  const correction = base === parsed ? null : base.text
  return { ...(await ask(needs, base)), parsed: base, needs, relaxed: true, correction }
}

/** What the query may have meant, and the first of these that finds anything. */
async function findMended(
  finder: Finder,
  parsed: ParsedQuery,
  ask: (needs: Need[], as: ParsedQuery) => Promise<Found>,
) {
  const mended = (await finder.mend(parsed)).map(parseQuery)
  for (const one of mended) {
    const found = await ask(one.wide, one)
    if (found.total > 0) return { mended, better: { ...found, parsed: one, needs: one.wide } }
  }
  return { mended }
}

const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Number.isFinite(value) ? Math.trunc(value) : least))
