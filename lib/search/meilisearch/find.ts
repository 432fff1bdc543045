import { mostCounted } from '../engine.ts'
import { type Found, nothing, type Page } from '../find-answer.ts'
import type { Need } from '../needs.ts'
import type { ParsedQuery } from '../query.ts'
import { type Asked, ask, type Place, type Question } from './ask.ts'
import { likeness, merit, type Named } from './likeness.ts'
import { soundTexts } from './sound.ts'
import { encodeValue } from './spelling.ts'
import { textOf } from './words.ts'

// How many hits of the engine are ordered anew by their titles; the rest follow in the engine's order. Forty cost 0.5 ms more than ten, a hundred 1.5.
const compared = 40
const mostHeads = 3

/**
 * One request a keystroke: the words, titles that are just the last word, and what is likely meant as sound. The engine's best are then
 * put in the order that the embedded engine has, by their titles, so that both behave alike and the first stays first while typing on.
 */
export async function find(place: Place, parsed: ParsedQuery, wide: Need[], page: Page): Promise<Found> {
  const until = page.offset + page.limit
  const sound = soundTexts(parsed)
  const heading = headQuery(parsed)
  const [worded = none, ...others] = await ask(place, [
    { q: textOf(wide), limit: Math.min(Math.max(compared, until), mostCounted) },
    ...heading,
    ...sound.likely.map((q) => ({ q, limit: compared })),
  ])
  // What is decided from here on depends on the first forty alone: every page decides the same.
  const first = worded.hits.slice(0, compared)
  const likely = unseen(others.slice(heading.length), first)
  const titled = titledHits(first, likely, parsed, wide)
  const heads = titled.length > 0 ? [] : unseen(others.slice(0, heading.length), first)

  const before = [...titled, ...heads.map((hit) => ({ id: hit.id, score: 9 + merit(hit) }))]
  const named = new Set(before.map(({ id }) => id))
  const rest = worded.hits.filter(({ id }) => !named.has(id))
  return {
    hits: [...before, ...inOrder(rest, 5)].slice(page.offset, until),
    total: Math.min(mostCounted, worded.total + likely.length + heads.length),
    beyond: heads.length > 0,
  }
}

const none: Asked = { hits: [], total: 0, facets: {} }

function headQuery({ head }: ParsedQuery): Question[] {
  return head === null ? [] : [{ q: '', limit: mostHeads, filter: [`nameKey = "${encodeValue(head)}"`] }]
}

/** What stands in no other list. */
function unseen(lists: Asked[], seen: Named[]): Named[] {
  const known = new Set(seen.map(({ id }) => id))
  return lists.flatMap(({ hits }) =>
    hits.filter(({ id }) => {
      const isNew = !known.has(id)
      known.add(id)
      return isNew
    }),
  )
}

function titledHits(first: Named[], likely: Named[], parsed: ParsedQuery, wide: Need[]): Found['hits'] {
  const scored = [
    ...first.map((hit) => ({ id: hit.id, score: likeness(hit, parsed, wide, false) })),
    ...likely.map((hit) => ({ id: hit.id, score: likeness(hit, parsed, wide, true) })),
  ]
  return scored
    .flatMap(({ id, score }) => (score === null ? [] : [{ id, score }]))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

/** Typed sound: syllables, then initials. */
export async function sounding(place: Place, parsed: ParsedQuery, page: Page): Promise<Found> {
  const texts = soundTexts(parsed).possible
  if (texts.length === 0) return nothing
  const answers = await ask(
    place,
    texts.map((q) => ({ q, limit: compared })),
  )
  const found = unseen(answers, [])
  const scored = found
    .map((hit) => ({ id: hit.id, score: merit(hit) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  return { hits: scored.slice(page.offset, page.offset + page.limit), total: found.length, beyond: false }
}

/** Scores that keep the engine's order, from `most` down. */
const inOrder = (hits: Named[], most: number): Found['hits'] =>
  hits.map(({ id }, i) => ({ id, score: most * (1 - i / mostCounted) }))
