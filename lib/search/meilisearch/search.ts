import type { Facet, SearchQuery, SearchResult } from '../engine.ts'
import { mostCounted } from '../engine.ts'
import { type Finder, type Found, findAnswer, type Page } from '../find-answer.ts'
import type { Need } from '../needs.ts'
import { ask, type Place } from './ask.ts'
import { filterOf } from './filter.ts'
import { find, sounding } from './find.ts'
import { decodeValue } from './spelling.ts'
import { textOf } from './words.ts'

/** Searches one index. `mend` knows the words of our texts: the engine's own typo tolerance is off. */
export function search(
  place: Omit<Place, 'filter'>,
  mend: Finder['mend'],
  query: SearchQuery,
): Promise<SearchResult> {
  const here = { ...place, filter: filterOf(query.filter) }
  return findAnswer(
    {
      find: (parsed, needs, page) => find(here, parsed, needs, page),
      sounding: (parsed, page) => sounding(here, parsed, page),
      latest: (needs, page) => latest(here, needs, page),
      mend,
      firstFinding: (variants) => firstFinding(here, variants),
      countFacets: (needs) => countFacets(here, query.facets ?? [], needs),
    },
    query,
  )
}

async function latest(place: Place, needs: Need[], { limit, offset }: Page): Promise<Found> {
  const [asked] = await ask(place, [{ q: textOf(needs), limit, offset, sort: ['updatedAt:desc', 'id:asc'] }])
  return {
    hits: asked?.hits.map(({ id }) => ({ id, score: 0 })) ?? [],
    total: Math.min(asked?.total ?? 0, mostCounted),
    beyond: false,
  }
}

const atOnce = 12

/** Counts alone, which the server has without ranking anything. Different needs may come down to the same text: each is asked once. */
async function firstFinding(place: Place, variants: Need[][]): Promise<Need[] | undefined> {
  const texts = new Map<string, Need[]>()
  for (const needs of variants) if (!texts.has(textOf(needs))) texts.set(textOf(needs), needs)
  const different = [...texts]
  for (let from = 0; from < different.length; from += atOnce) {
    const some = different.slice(from, from + atOnce)
    const asked = await ask(
      place,
      some.map(([q]) => ({ q, limit: 0 })),
    )
    const at = asked.findIndex(({ total }) => total > 0)
    if (at >= 0) return some[at]?.[1]
  }
}

const keyOf = { space: 'spaceKey', tags: 'tagKeys', author: 'authorKey', state: 'stateKey' } as const

async function countFacets(place: Place, facets: Facet[], needs: Need[]): Promise<SearchResult['facets']> {
  const question = { q: textOf(needs), limit: 0, facets: facets.map((facet) => keyOf[facet]) }
  const [asked] = await ask(place, [question])
  return Object.fromEntries(
    facets.map((facet) => [
      facet,
      Object.fromEntries(
        Object.entries(asked?.facets[keyOf[facet]] ?? {}).map(([value, count]) => [
          decodeValue(value),
          count,
        ]),
      ),
    ]),
  )
}
