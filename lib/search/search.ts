import type { EntryState } from '#db/entry-state'
import { mayRead } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { slugOf } from '#lib/text/slug'
import { answer } from './answer.ts'
import { type Doubts, isDoubted, listDoubts } from './doubts.ts'
import type { SearchEngine, SearchQuery } from './engine.ts'
import { foldWithOrigins } from './fold.ts'
import { highlight, type Piece } from './highlight.ts'
import { type HitRow, listHits } from './hits.ts'
import type { EntrySearch } from './input.ts'
import { type NamedPlaces, placesNamed } from './named-places.ts'
import { inOrderOfWorth, nearTies } from './near-ties.ts'
import { type Filters, filtersOf, parseOperators } from './operators.ts'
import { resolveFilters } from './resolve-filters.ts'
import { resolveTerms } from './resolve-terms.ts'
import { litSentences, snippet } from './snippet.ts'
import { loadSynonyms } from './team-synonyms.ts'

export type SearchHit = {
  /** The short id. */
  id: string
  kind: 'entry'
  title: string
  titlePieces: Piece[]
  url: string
  note: { id: string; title: string }
  /** Where it stands: titles from the top of the note down. */
  section: { id: string; title: string; path: string[] } | null
  state: EntryState
  /** The best passage; empty where the entry has no text. */
  snippet: Piece[]
  /** A correction or report of a sentence that was found is open. */
  disputed: boolean
  /** Comparable within one answer only. */
  score: number
}

export type SearchAnswer = {
  hits: SearchHit[]
  /** Exact below 400, a lower bound from there on, at most 1000. */
  total: number
  /** Some hits lack some of the words, for nothing better was found. */
  relaxed: boolean
  /** The query with its slips mended, where only that found something. */
  correction: string | null
  engine: SearchEngine['kind']
  /** The chosen engine is down and another answered. */
  degraded: boolean
  /** Milliseconds. */
  tookMs: number
} & Partial<NamedPlaces>

// More terms than a passage of 120 characters could show.
const mostLit = 16

/** Finds entries by what is typed so far; an empty query lists the latest. Throws Refusal `forbidden`. */
export async function searchEntries(viewer: Viewer, query: EntrySearch): Promise<SearchAnswer> {
  if (!mayRead(viewer)) throw new Refusal('forbidden', 'Sign in to search this wiki.')
  const began = performance.now()
  await loadSynonyms()
  const { q, operators, open } = parseOperators(query.q)
  const filter = await filterOf(query, filtersOf(operators))
  const [{ found, engine, degraded }, places] = await Promise.all([
    answer({ q, limit: query.limit, offset: query.offset, filter }),
    query.places ? placesNamed(viewer, q, open) : {},
  ])
  const rows = await listHits(
    viewer,
    found.hits.map(({ id }) => id),
  )
  const doubts = await listDoubts([...rows.values()].flatMap(({ id, doubted }) => (doubted ? [id] : [])))
  const groups = nearTies(found.hits)
  const hits = (q === '' ? groups.flat() : inOrderOfWorth(groups, rows)).flatMap(({ id, score }) => {
    const row = rows.get(id)
    return row ? [hitOf(row, found.terms.slice(0, mostLit), score, doubts.get(id))] : []
  })
  return {
    hits,
    total: found.total ?? hits.length,
    relaxed: found.relaxed,
    correction: found.correction,
    engine,
    degraded,
    ...places,
    tookMs: Math.round((performance.now() - began) * 10) / 10,
  }
}

/** What is typed as operators and what is given as parameters hold together: where both name one kind, the parameter does. */
async function filterOf(
  { note, tag, state, by, asked }: EntrySearch,
  typed: Filters,
): Promise<SearchQuery['filter']> {
  const narrowed = await resolveFilters({
    notes: note ? [] : typed.notes,
    tags: tag ? [] : typed.tags,
    states: state ? [state] : typed.states,
    by: by ? [by] : typed.by,
    asked: asked ?? typed.asked,
  })
  return { acl: ['public'], ...narrowed, ...(note && { spaces: [note] }), ...(tag && { tags: [tag] }) }
}

function hitOf(row: HitRow, typedTerms: string[], score: number, doubts?: Doubts): SearchHit {
  const title = foldWithOrigins(row.title)
  const terms = resolveTerms(title, row.texts, typedTerms)
  const titlePieces = highlight(title, terms)
  const titleIsLit = titlePieces.some(({ hit }) => hit)
  return {
    id: row.shortId,
    kind: 'entry',
    title: row.title,
    titlePieces,
    url: `/entries/${encodeURIComponent(`${slugOf(row.title)}-${row.shortId}`)}`,
    note: row.note,
    section: row.sectionId ? { id: row.sectionId, title: row.path.at(-1) ?? '', path: row.path } : null,
    state: row.state,
    snippet: snippet(row.texts, terms),
    disputed:
      doubts !== undefined &&
      isDoubted(doubts, { title: titleIsLit ? row.title : null, sentences: litSentences(row.texts, terms) }),
    score: Math.round(score * 1000) / 1000,
  }
}
