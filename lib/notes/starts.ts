import { bareStarts, leadStarts } from './bare-starts.ts'
import { splitAnswer } from './inline-answer.ts'
import { boldStarts, labelledStarts } from './line-starts.ts'
import { longLine } from './lines.ts'
import { itemStarts, listHeadingStarts } from './list-starts.ts'
import { partOf, type Region } from './region.ts'
import type { Source } from './source.ts'
import type { Place, Start } from './start.ts'
import { summaryStarts } from './summary-starts.ts'

/** The questions in one region: of explicit styles together, else of the first implicit style that fits. */
export function startsIn(region: Region, source: Source, place: Place): Start[] {
  const explicit = explicitStartsIn(region, source, place)
  if (explicit.length > 0) return inOrder([...explicit, ...listsBeside(explicit, region, source, place)])
  for (const find of [boldStarts, itemStarts, bareStarts, leadStarts]) {
    const starts = find(region, source, place)
    if (starts.length > 0) return inOrder(starts)
  }
  return []
}

/** Lists of questions that stand before or behind questions that are folded, and so hold no part of their answers. */
function listsBeside(explicit: Start[], region: Region, source: Source, place: Place): Start[] {
  if (place.role !== 'section' || explicit.some(({ style }) => style !== 'summary')) return []
  const first = explicit[0]?.from ?? region.line
  const inside = source.lines.slice(region.line - 1, region.endLine)
  const closed = inside.findLastIndex((text) => /<\/details>/i.test(text))
  const behind = closed < 0 ? region.endLine : region.line + closed
  const beside = [partOf(region, region.line, first - 1), partOf(region, behind + 1, region.endLine)]
  return beside.flatMap((part) => itemStarts(part, source, place))
}

function withInlineAnswer(start: Start): Start {
  if (start.opensSection || start.inline !== undefined || start.depth > 0 || start.raw.length > longLine)
    return start
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
