import { bareStarts, leadStarts } from './bare-starts.ts'
import { splitAnswer } from './inline-answer.ts'
import { boldStarts, labelledStarts } from './line-starts.ts'
import { longLine } from './lines.ts'
import { itemStarts, listHeadingStarts } from './list-starts.ts'
import type { Region } from './region.ts'
import type { Source } from './source.ts'
import { summaryStarts } from './summary-starts.ts'

export type Style =
  | 'list-heading'
  | 'summary'
  | 'labelled'
  | 'bold'
  | 'numbered'
  | 'bulleted'
  | 'bare'
  | 'lead'

/** A question that stands inside the text under a heading instead of being a heading itself. */
export type Start = {
  style: Style
  /** Where the question stands. */
  line: number
  /** What belongs to its heading, from markup before it to markup after it. */
  from: number
  to: number
  raw: string
  /** Heading level, 0 where it is none. */
  depth: number
  /** How many columns its answer is indented because it stands in a list. */
  indent: number
  /** An answer on the line of the question. */
  inline?: string
  /** It follows an answer of the heading it stands under, which therefore stays a question. */
  afterAnswer?: boolean
}

/** What is known about the place: whether its heading holds questions or is one, and what the file does elsewhere. */
export type Place = {
  /** `section`: the heading stands above the level of questions, or there is none. `question`: on it or below. */
  role: 'section' | 'question'
  headingAsks: boolean
  hasHeading: boolean
  /** Whether other headings follow below this one. */
  hasChildren: boolean
  established: Set<Style>
}

/** The questions in one region: of explicit styles together, else of the first implicit style that fits. */
export function startsIn(region: Region, source: Source, place: Place): Start[] {
  const explicit = explicitStartsIn(region, source, place)
  if (explicit.length > 0) return explicit
  for (const find of [boldStarts, itemStarts, bareStarts, leadStarts]) {
    const starts = find(region, source, place)
    if (starts.length > 0) return inOrder(starts)
  }
  return []
}

function withInlineAnswer(start: Start): Start {
  if (start.inline !== undefined || start.depth > 0 || start.raw.length > longLine) return start
  const parts = splitAnswer(start.raw)
  return parts ? { ...start, raw: parts.question, inline: parts.answer } : start
}

/** Only the questions that say that they are some. */
export function explicitStartsIn(region: Region, source: Source, place: Place): Start[] {
  return inOrder([
    ...listHeadingStarts(region, source, place),
    ...summaryStarts(region, source, place),
    ...labelledStarts(region, source, place),
  ])
}

function inOrder(starts: Start[]): Start[] {
  const sorted = starts.map(withInlineAnswer).toSorted((a, b) => a.from - b.from)
  return sorted.filter((start, at) => at === 0 || start.from > (sorted[at - 1]?.to ?? 0))
}
