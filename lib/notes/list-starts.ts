import { maxTitle, plainText } from './heading.ts'
import { startAt } from './line-starts.ts'
import { labelsOver } from './list-labels.ts'
import { isOneSeries, type Listed, listedIn } from './listed.ts'
import { isAskedBack } from './occasions.ts'
import { asksSomething, isPartName, mayBeAsked } from './question-shape.ts'
import type { Region, Spot } from './region.ts'
import type { Source } from './source.ts'
import type { Place, Start } from './start.ts'

/** Headings that open list items, as in `1. ### What is …?`. */
export function listHeadingStarts(region: Region, _source: Source, place: Place): Start[] {
  const all = region.spots.filter(({ item }) => item)
  const headed = all.filter(({ item }) => item?.blocks[0]?.kind === 'heading')
  if (headed.length === 0) return []
  const numbered = headed.filter(({ from }) => from === 'numbered')
  const asked = headed.filter(({ text }) => asksSomething(titleIn(text)))
  // Bulleted headings inside an answer are its parts; as questions they must be many and look like it.
  const trusted =
    numbered.length > 0 ||
    (headed.length >= 2 && asked.length >= headed.length * 0.6 && headed.length >= all.length * 0.6)
  if (!trusted || (place.headingAsks && numbered.length < 2)) return []
  return (numbered.length > 0 ? numbered : headed)
    .filter(({ text }) => !isPartName(plainText(titleIn(text))))
    .map((spot) => ({
      ...startAt(spot, 'list-heading'),
      to: spot.item?.blocks[0]?.endLine ?? spot.line,
      raw: spot.number === null ? titleIn(spot.text) : `${spot.number} ${titleIn(spot.text)}`,
      depth: spot.item?.blocks[0]?.depth ?? 0,
    }))
}

const titleIn = (text: string): string => text.replace(/^#{1,6}\s*/, '').replace(/\s+#+\s*$/, '')

/** Numbered lines or list items that are questions: `1. What is …?`, `1、什么是…`, `- How do …`. */
export function itemStarts(region: Region, source: Source, place: Place): Start[] {
  if (place.headingAsks) return []
  const all = listedIn(region, source, place)
  const listed = all.filter(({ isGroup }) => !isGroup)
  for (const style of ['numbered', 'bulleted'] as const) {
    const spots = listed.filter(({ counted, from }) =>
      style === 'numbered' ? counted !== null : from === 'bulleted',
    )
    if (!areQuestions(spots, region, source, place, style)) continue
    const isSeries = isOneSeries(spots)
    const starts = spots
      .filter(({ title }) => title.length <= maxTitle && (isSeries || !isSentence(title)))
      .map((spot) => ({ ...startAt(spot, style), ...(isAskedBack(spot.title) && { opensSection: true }) }))
    const groups = all.filter(({ isGroup }) => isGroup)
    return [
      ...starts,
      ...groups.map((spot) => ({ ...startAt(spot, style), opensSection: true })),
      ...labelsOver(spots, region),
    ]
  }
  return []
}

const isSentence = (title: string): boolean => /[。；;]$/.test(title) && !asksSomething(title)

const areLinks = (spots: Spot[]): boolean =>
  spots.every(({ text }) => /^\[[^\]]*\]\([^)]*\)[^\p{L}\p{N}]*$/u.test(text))

function areQuestions(
  spots: Listed[],
  region: Region,
  source: Source,
  place: Place,
  style: 'numbered' | 'bulleted',
): boolean {
  const [first] = spots
  if (!first) return false
  const asked = spots.filter(({ title }) => asksSomething(title)).length
  const topics = spots.filter(({ title }) => mayBeAsked(title) && !/[：:]\s*\S/.test(title)).length
  const before = first.at
  const blocks = new Set(spots.map(({ block }) => block))
  const whole = region.blocks.every((block) => blocks.has(block))
  const need = place.established.has(style) ? 1 : 2
  // Who notes down what was asked on a day writes tasks and topics as well; but links lead to the notes of other days.
  if (place.isOccasion)
    return asked > 0 || (style === 'numbered' ? isOneSeries(spots) : spots.length >= 3 && !areLinks(spots))
  if (place.role === 'question') {
    // A line of introduction may stand above a long list in which most items ask.
    if (before === 1 && spots.length >= 5 && asked >= spots.length * 0.6) return true
    if (before > 0 || spots.length < (place.established.has(style) ? 1 : 3)) return false
    if (whole && spots.length >= 5 && asked >= spots.length * 0.6) return true
    if (!whole || !spots.every(({ alone }) => alone)) return asked >= spots.length * 0.8
    if (place.established.has(style)) return asked >= spots.length * 0.25
    // Nothing but a list of short lines, of which many ask and more name topics: what someone was asked on a day.
    return (
      asked >= spots.length * 0.6 ||
      (spots.length >= 4 && asked >= spots.length * 0.3 && topics >= spots.length * 0.6)
    )
  }
  if (before > 2 || spots.length < need) return false
  if (asked >= spots.length * 0.6) return true
  if (!place.hasHeading && style === 'numbered' && isWholeSeries(spots, region, source)) return true
  if (!whole || spots.length < 3 || !spots.every(({ alone }) => alone)) return false
  return asked > 0 && topics >= spots.length * 0.6
}

/** A file without headings whose short numbered lines count up from 1, most of them with text below. */
function isWholeSeries(spots: Listed[], region: Region, { lines }: Source): boolean {
  if (spots.length < 3 || !spots.every(({ counted }, at) => counted === at + 1)) return false
  if (!spots.every(({ title }) => title.length <= 60 && !/[。；;，,]$/.test(title))) return false
  const answered = spots.filter(({ endLine }, at) => {
    const end = spots[at + 1]?.line ?? region.endLine + 1
    return lines.slice(endLine, end - 1).some((line) => line.trim() !== '')
  })
  return answered.length >= spots.length / 2
}
