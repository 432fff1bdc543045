import type { Node } from '@tiptap/pm/model'
import type { Edit } from '#lib/text/edits'
import type { Change } from './align-blocks.ts'
import type { OpenText } from './open-text.ts'

/** Touched blocks with the piece of the plain source, by offsets, in which they stand. */
export type Place = { from: number; to: number; before: Node[]; now: Node[]; first: number; last: number }

/** Where a change stands in the source; where blocks are only added, the end of the block before. */
export function placeOf(text: OpenText, { from, to, now }: Change): Place {
  const starts = lineStarts(text.plain)
  const before = text.blocks.slice(from, to)
  const [first] = before
  const last = before.at(-1)
  if (first && last)
    return {
      from: starts[first.from] ?? 0,
      to: contentEnd(text.plain, starts, last.from, last.to),
      before: before.map(({ node }) => node),
      now,
      first: from,
      last: to,
    }
  const previous = text.blocks[from - 1]
  const at = previous
    ? contentEnd(text.plain, starts, previous.from, previous.to)
    : (starts[text.blocks[0]?.from ?? 0] ?? 0)
  return { from: at, to: at, before: [], now, first: from, last: to }
}

/**
 * The edits that put `written` in the place of the blocks. `apart` sets it apart from its neighbours by an empty line where
 * there is none.
 */
export function replaceBlocks(text: OpenText, place: Place, written: string, apart = false): Edit[] {
  const { plain, blocks } = text
  const hasBefore = place.first > 0
  const hasAfter = place.last < blocks.length
  if (place.now.length === 0) return [removal(text, place, hasBefore, hasAfter)]
  const gapAfter = hasAfter ? plain.slice(place.to, startOf(text, place.last)) : ''
  const after = hasAfter && !isBlankGap(gapAfter) ? '\n' : ''
  if (place.before.length > 0) {
    const gapBefore = hasBefore ? plain.slice(endOf(text, place.first - 1), place.from) : '\n\n'
    const lead = apart && !isBlankGap(gapBefore) ? '\n' : ''
    return [{ from: place.from, to: place.to, text: lead + written + (apart ? after : '') }]
  }
  if (hasBefore) return [{ from: place.from, to: place.from, text: `\n\n${written}${after}` }]
  return [{ from: place.from, to: place.from, text: hasAfter ? `${written}\n\n` : written }]
}

const isBlankGap = (gap: string) => /\n[ \t]*\n/.test(gap)

/** Takes blocks out together with one of the gaps around them, and leaves a gap between those that remain. */
function removal(text: OpenText, place: Place, hasBefore: boolean, hasAfter: boolean): Edit {
  const start = hasBefore ? endOf(text, place.first - 1) : place.from
  if (!hasAfter) return { from: start, to: place.to, text: '' }
  const next = startOf(text, place.last)
  if (!hasBefore) return { from: place.from, to: next, text: '' }
  if (isBlankGap(text.plain.slice(start, place.from))) return { from: place.from, to: next, text: '' }
  if (isBlankGap(text.plain.slice(place.to, next))) return { from: start, to: place.to, text: '' }
  return { from: place.from, to: next, text: '\n' }
}

function startOf(text: OpenText, block: number): number {
  return lineStarts(text.plain)[text.blocks[block]?.from ?? 0] ?? 0
}

function endOf(text: OpenText, block: number): number {
  const { from, to } = text.blocks[block] ?? { from: 0, to: 0 }
  return contentEnd(text.plain, lineStarts(text.plain), from, to)
}

let known: { plain: string; starts: number[] } | undefined

function lineStarts(plain: string): number[] {
  if (known?.plain === plain) return known.starts
  const starts = [0]
  for (let at = plain.indexOf('\n'); at !== -1; at = plain.indexOf('\n', at + 1)) starts.push(at + 1)
  known = { plain, starts }
  return starts
}

/** The end of the last line that is not empty; a list's lines include the empty ones after it. */
function contentEnd(plain: string, starts: number[], from: number, to: number): number {
  let last = to - 1
  const lineAt = (line: number) => plain.slice(starts[line], (starts[line + 1] ?? plain.length + 1) - 1)
  while (last > from && lineAt(last).trim() === '') last--
  return (starts[last] ?? 0) + lineAt(last).length
}
