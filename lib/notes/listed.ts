import { plainText } from './heading.ts'
import { splitAnswer } from './inline-answer.ts'
import { isAskedBack } from './occasions.ts'
import type { Region, Spot } from './region.ts'

/** An item of a list, or a line with a number typed before it. */
export type Listed = Spot & { title: string; counted: number | null }

/** What is listed in a region, without empty items, tables of contents and what the one who was asked asked back. */
export const listedIn = (region: Region): Listed[] =>
  region.spots.flatMap(asListed).filter((spot) => !isAskedBack(textAbove(spot, region)))

const typedNumber = /^(\d{1,3})\s*(?:[、．)）]\s*|\.(?!\d)\s*)(?=\S)/

/** A line of a table of contents. */
const isInnerLink = /^(\d+[.、)]\s*)?\[.*\]\((#|[^)\s]*\.md#)[^)]*\)[^\p{L}\p{N}]*$/u

function asListed(spot: Spot): Listed[] {
  const typed = spot.number === null ? typedNumber.exec(spot.text) : null
  if ((spot.from === 'paragraph' && !typed) || isInnerLink.test(spot.text)) return []
  if (!/[\p{L}\p{N}]/u.test(spot.text)) return []
  const text = spot.text.slice(typed?.[0].length ?? 0)
  const title = plainText(splitAnswer(text)?.question ?? text)
  const counted = typed?.[1] ?? (spot.number === null ? undefined : Number.parseInt(spot.number, 10))
  return [{ ...spot, title, counted: counted === undefined ? null : Number(counted) }]
}

/** The last line of the paragraph right above the list in which something stands. */
const textAbove = ({ at, from }: Spot, { spots }: Region): string =>
  from === 'paragraph' ? '' : (spots.findLast((spot) => spot.at === at - 1)?.text ?? '')

/** Numbers that count up without a gap: what stands among questions in such a row is one, even if it is typed as a sentence. */
export const isOneSeries = (listed: Listed[]): boolean =>
  listed.every(({ counted }, at) => counted !== null && counted === (listed[0]?.counted ?? 0) + at)
