import { similarity } from './similarity.ts'

/** Words of a text with what stood before and behind them: how a place is remembered, never by offset. */
export type Passage = { quote: string; prefix: string; suffix: string }
/** UTF-16 offsets; `to` is the first behind. */
export type Range = { from: number; to: number }

/** Share of a quote's letters that may have changed, for it to be the same still. */
const tolerance = 0.3
/** A quote shorter than this stands anywhere: its surroundings must speak for it. */
const telling = 8
/** How much better the best place must be than the next one. */
const lead = 0.05
/** Letters of context that are compared on either side. */
const reach = 40
/** Steps of the approximate search; beyond them only exact places are found. */
const longest = 40_000_000

/**
 * Where a passage stands in another version of its text: to the letter where it does, else where most of its letters are; of several
 * places the one whose surroundings are most alike. White space does not count. Null where it is gone, or cannot be told from
 * others. Approximate places by Sellers, "The theory and computation of evolutionary distances" (1980).
 */
export function findPassage(text: string, passage: Passage): Range | null {
  const [all, quote] = [squeeze(text), squeeze(passage.quote).letters]
  if (quote === '') return null
  const exact = exactPlaces(all.letters, quote)
  const places = exact.length > 0 ? exact : approximatePlaces(all.letters, quote)
  const best = bestOf(all.letters, places, passage, quote.length)
  if (!best) return null
  const last = all.origins[best.to - 1] ?? 0
  return { from: all.origins[best.from] ?? 0, to: last + 1 }
}

/** The passage that stands at a range of a text. */
export function passageAt(text: string, { from, to }: Range, around = 64): Passage {
  return {
    quote: text.slice(from, to),
    prefix: text.slice(Math.max(0, from - around), from).toWellFormed(),
    suffix: text.slice(to, to + around).toWellFormed(),
  }
}

type Squeezed = { letters: string; origins: Uint32Array }

function squeeze(text: string): Squeezed {
  const letters = text.replace(/[\s\u200b-\u200d\ufeff]+/g, '')
  const origins = new Uint32Array(letters.length)
  let at = 0
  for (let unit = 0; unit < letters.length; unit++) {
    while (text[at] !== letters[unit]) at++
    origins[unit] = at++
  }
  return { letters, origins }
}

type Place = Range & { distance: number }

function exactPlaces(text: string, quote: string): Place[] {
  const places: Place[] = []
  for (let at = text.indexOf(quote); at >= 0 && places.length < 1_000; at = text.indexOf(quote, at + 1))
    places.push({ from: at, to: at + quote.length, distance: 0 })
  return places
}

function approximatePlaces(text: string, quote: string): Place[] {
  const allowed = Math.floor(quote.length * tolerance)
  if (allowed === 0 || text.length * quote.length > longest) return []
  const ends = distances(text, quote)
  const near: Place[] = []
  for (let to = 1; to <= text.length; to++) {
    const [distance = 0, from = 0] = [ends.distance[to], ends.from[to]]
    if (distance <= allowed && from < to) near.push({ from, to, distance })
  }
  near.sort((a, b) => a.distance - b.distance || a.to - b.to)
  const places: Place[] = []
  for (const place of near) {
    if (places.length === 10) break
    if (!places.some(({ from, to }) => place.from < to && from < place.to)) places.push(place)
  }
  return places
}

/** For each end in the text: how many letters must change for the quote to end there, and where it then begins. */
function distances(text: string, quote: string): { distance: Uint32Array; from: Uint32Array } {
  let [distance, from] = [
    new Uint32Array(text.length + 1),
    Uint32Array.from({ length: text.length + 1 }, (_, at) => at),
  ]
  for (let row = 1; row <= quote.length; row++) {
    const [next, starts] = [new Uint32Array(text.length + 1), new Uint32Array(text.length + 1)]
    next[0] = row
    for (let at = 1; at <= text.length; at++) {
      const kept = (distance[at - 1] ?? 0) + (text[at - 1] === quote[row - 1] ? 0 : 1)
      const dropped = (distance[at] ?? 0) + 1
      const added = (next[at - 1] ?? 0) + 1
      const least = Math.min(kept, dropped, added)
      next[at] = least
      starts[at] = (least === kept ? from[at - 1] : least === dropped ? from[at] : starts[at - 1]) ?? 0
    }
    ;[distance, from] = [next, starts]
  }
  return { distance, from }
}

function bestOf(text: string, places: Place[], passage: Passage, length: number): Place | undefined {
  const prefix = squeeze(passage.prefix).letters.slice(-reach)
  const suffix = squeeze(passage.suffix).letters.slice(0, reach)
  const scored = places
    .map((place) => {
      const context = contextOf(text, place, prefix, suffix)
      return { place, context, score: 1 - place.distance / length + context }
    })
    .sort((a, b) => b.score - a.score)
  const [best, next] = scored
  if (!best || (next && best.score - next.score < lead)) return undefined
  const needsContext = length < telling && prefix + suffix !== ''
  return needsContext && best.context < 0.3 ? undefined : best.place
}

/** How alike the surroundings are, 0 to 1; what touches the words counts as much as all the rest. */
function contextOf(text: string, { from, to }: Range, prefix: string, suffix: string): number {
  const before = text.slice(Math.max(0, from - prefix.length), from)
  const after = text.slice(to, to + suffix.length)
  const sides = [
    ...(prefix ? [(similarity(before, prefix) + touching(reversed(before), reversed(prefix))) / 2] : []),
    ...(suffix ? [(similarity(after, suffix) + touching(after, suffix)) / 2] : []),
  ]
  return sides.length === 0 ? 0 : sides.reduce((sum, side) => sum + side, 0) / sides.length
}

/** The share of the first ten letters that are equal up to the first that is not. */
function touching(a: string, b: string): number {
  const most = Math.min(10, b.length)
  let count = 0
  while (count < most && a[count] === b[count]) count++
  return count / most
}

const reversed = (text: string): string => [...text].reverse().join('')
