import { plainText } from './heading.ts'
import { splitAnswer } from './inline-answer.ts'
import { isAskedBack } from './occasions.ts'
import { asksSomething } from './question-shape.ts'
import { nestedSpots, type Region, type Spot } from './region.ts'
import type { Source } from './source.ts'
import type { Place } from './start.ts'
import { isToggle } from './summary-starts.ts'

/** An item of a list, or a line with a number typed before it. */
export type Listed = Spot & {
  title: string
  counted: number | null
  /** It is no question but names those nested below it. */
  isGroup: boolean
}

/**
 * What is listed in a region, without empty items, tables of contents, links to answers and what the one who was asked asked back. An
 * item that only names the questions nested below it is followed by these, unless it may be a part of an answer.
 */
export const listedIn = (region: Region, { lines }: Pick<Source, 'lines'>, place: Place): Listed[] => {
  const outer = region.spots.flatMap(asListed)
  const asking = outer.filter(({ title }) => asksSomething(title))
  const mayNest =
    place.role === 'section' || place.established.has('bulleted') || asking.length * 2 > outer.length
  const listed = mayNest ? region.spots.flatMap((spot) => unfolded(spot, lines)) : outer
  const lastLines = new Map(region.spots.map(({ at, text }) => [at, text]))
  return listed.filter(({ from, at }) => from === 'paragraph' || !isAskedBack(lastLines.get(at - 1) ?? ''))
}

function unfolded(spot: Spot, lines: string[]): Listed[] {
  const own = asListed(spot)
  if (own.some(({ title }) => asksSomething(title))) return own
  const nested = nestedSpots(spot, lines).flatMap((inner) => unfolded(inner, lines))
  const questions = nested.filter(({ isGroup }) => !isGroup)
  const asked = questions.filter(({ title }) => asksSomething(title)).length
  if (asked === 0 || asked < questions.length * 0.6) return own
  return [...own.map((listed) => ({ ...listed, isGroup: true })), ...nested]
}

const typedNumber = /^(\d{1,3})\s*(?:[、．)）]\s*|\.(?!\d)\s*)(?=\S)/

/** A line of a table of contents. */
const isInnerLink = /^(\d+[.、)]\s*)?\[.*\]\((#|[^)\s]*\.md#)[^)]*\)[^\p{L}\p{N}]*$/u

const isLinkToAnswer = (text: string): boolean => /^\[[^\]]*\]\([^)]*\)$/.test(text.trim()) && isToggle(text)

function asListed(spot: Spot): Listed[] {
  const typed = spot.number === null ? typedNumber.exec(spot.text) : null
  if ((spot.from === 'paragraph' && !typed) || isInnerLink.test(spot.text)) return []
  if (!/[\p{L}\p{N}]/u.test(spot.text) || isLinkToAnswer(spot.text)) return []
  const text = spot.text.slice(typed?.[0].length ?? 0)
  const title = plainText(splitAnswer(text)?.question ?? text)
  const counted = typed?.[1] ?? (spot.number === null ? undefined : Number.parseInt(spot.number, 10))
  return [{ ...spot, title, counted: counted === undefined ? null : Number(counted), isGroup: false }]
}

/** Numbers that count up without a gap: what stands among questions in such a row is one, even if it is typed as a sentence. */
export const isOneSeries = (listed: Listed[]): boolean =>
  listed.every(({ counted }, at) => counted !== null && counted === (listed[0]?.counted ?? 0) + at)
