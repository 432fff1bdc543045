import { plainText } from './heading.ts'
import { startAt } from './line-starts.ts'
import {
  asksSomething,
  couldBeBareQuestion,
  isPartName,
  looksLikeCode,
  mayBeAsked,
} from './question-shape.ts'
import { gapAbove, type Region, type Spot } from './region.ts'
import type { Source } from './source.ts'
import type { Place, Start } from './start.ts'

// A run of blank lines this long ends an answer: whoever types it starts something new.
const wideGap = 4

/** A list of questions typed as plain lines, with a block or two in between that belong to the question above. */
export function bareStarts(region: Region, source: Source, place: Place): Start[] {
  const whole = bareList(region.blocks, region, source, place)
  if (whole.length > 0) return whole
  if (place.role === 'section' && !place.hasHeading) return []
  const cut = region.blocks.findIndex(({ line }, at) => at > 0 && gapAbove(line, source.lines) >= wideGap)
  if (cut < 0) return []
  const rest = region.blocks.slice(cut)
  const starts = bareList(rest, region, source, { ...place, headingAsks: false })
  const isAllBare = starts.length >= 2 && starts.length >= rest.length * 0.8
  return isAllBare ? starts.map((start) => ({ ...start, afterAnswer: true })) : []
}

function bareList(blocks: Region['blocks'], region: Region, source: Source, place: Place): Start[] {
  const kept = new Set(blocks)
  const spots = region.spots.filter(({ block, from }) => from === 'paragraph' && kept.has(block))
  const questions = spots.filter((spot, at) => isBare(spot, at, source))
  const [first] = questions
  if (!first || place.headingAsks || first.block !== blocks[0]) return []
  const paragraphs = new Set(spots.map(({ block }) => block))
  const asking = new Set(questions.map(({ block }) => block))
  const share = asking.size / blocks.length
  const asked = questions.filter(({ text }) => mayBeAsked(text)).length
  const gaps = questions.map(({ line }) => gapAbove(line, source.lines)).sort((a, b) => a - b)
  const spaced = (gaps[Math.floor(gaps.length / 2)] ?? 0) >= 2
  // Where questions stand wide apart, several blocks close under the heading belong to the heading.
  const close = blocks.findIndex(({ line }) => gapAbove(line, source.lines) >= 2)
  if (spaced && place.role === 'question' && close > 1) return []
  if (place.established.has('bare') && place.role === 'section')
    return asking.size === paragraphs.size || share >= 0.7 ? questions.map(toStart) : []
  if (questions.length < 3 || share < 0.7 || asking.size < paragraphs.size * 0.8) return []
  const crowded = questions.some(({ alone }) => !alone)
  const strictly = questions.filter(({ text }) => asksSomething(plainText(text))).length
  const enough = crowded
    ? asked >= questions.length * 0.7
    : spaced || (asked >= questions.length / 2 && strictly >= questions.length * 0.3)
  return enough ? questions.map(toStart) : []
}

const toStart = (spot: Spot): Start => startAt(spot, 'bare')

/** Code close under a question belongs to it; lines of a paragraph count only if all of them are bare. */
function isBare(spot: Spot, at: number, { lines }: Source): boolean {
  if (at > 0 && looksLikeCode(spot.text) && gapAbove(spot.line, lines) <= 1) return false
  if (spot.alone) return couldBeBareQuestion(spot.text)
  for (let line = spot.block.line; line <= spot.block.endLine; line++)
    if (!couldBeBareQuestion(lines[line - 1] ?? '')) return false
  return true
}

/** Under a section's heading, or in a file without headings: short lines, each with its answer below. */
export function leadStarts(region: Region, _source: Source, place: Place): Start[] {
  if (place.role !== 'section' || place.headingAsks) return []
  const leads = region.spots.filter(
    (spot) => spot.line === spot.block.line && spot.from === 'paragraph' && isLead(spot, region, place),
  )
  const [first] = leads
  if (!first || first.at > (place.hasHeading ? 0 : 1)) return []
  const kept: Spot[] = []
  for (const lead of leads) if (!isPartOf(lead.text, kept.at(-1)?.text)) kept.push(lead)
  const asked = kept.filter(({ text }) => asksSomething(plainText(text)))
  const strict = !place.hasHeading || !place.hasChildren
  const need = strict ? kept.length * 0.6 : kept.length / 2
  if (kept.length < 2 || asked.length < Math.max(1, need)) return []
  return (strict ? asked : kept).map((spot) => startAt(spot, 'lead'))
}

function isLead(spot: Spot, region: Region, place: Place): boolean {
  const text = plainText(spot.text)
  if (!couldBeBareQuestion(spot.text) || text.length > (place.hasHeading ? 60 : 100) || isPartName(text))
    return false
  if (!spot.alone && !/[?？][^\p{L}\p{N}]*$/u.test(text)) return false
  const next = region.blocks[spot.at + 1]
  const answered = !spot.alone || next !== undefined
  return asksSomething(text) || (answered && mayBeAsked(text))
}

/** A line that only repeats a part of the question above it names a part of the answer. */
function isPartOf(text: string, question: string | undefined): boolean {
  const core = (value: string) => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return question !== undefined && core(question).includes(core(text)) && core(question) !== core(text)
}
