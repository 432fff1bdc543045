import type { Block, Item } from './blocks.ts'
import type { Source } from './source.ts'

/** The blocks between one top-level heading (or the start of the file) and the next, with what is typed where. */
export type Region = { line: number; endLine: number; blocks: Block[]; spots: Spot[] }

/** A line that stands at the start of a paragraph's line or of a list item: where a question may be typed. */
export type Spot = {
  line: number
  endLine: number
  /** Without list marker and indentation. */
  text: string
  from: 'paragraph' | 'numbered' | 'bulleted'
  /** What a numbered item is numbered with, as typed: `3.` or `3)`. */
  number: string | null
  block: Block
  /** Which of the region's blocks it is, from 0. */
  at: number
  item?: Item
  /** How far what belongs to a list item is indented. */
  indent: number
  /** A paragraph of one line. */
  alone: boolean
}

/** What of a region stands between two lines. */
export function partOf({ blocks, spots }: Region, line: number, endLine: number): Region {
  const kept = blocks.filter((block) => block.line >= line && block.endLine <= endLine)
  const places = new Map(kept.map((block, at) => [block, at]))
  const inside = spots.flatMap((spot) => {
    const at = places.get(spot.block)
    return at === undefined ? [] : [{ ...spot, at }]
  })
  return { line, endLine, blocks: kept, spots: inside }
}

export function spotsIn(blocks: Block[], { lines }: Pick<Source, 'lines'>): Spot[] {
  return blocks.flatMap((block, at): Spot[] => {
    if (block.kind === 'paragraph') return paragraphSpots(block, at, lines)
    if (block.kind !== 'list') return []
    return block.items.map((item) => itemSpot(block, at, item, lines))
  })
}

function paragraphSpots(block: Block, at: number, lines: string[]): Spot[] {
  const spots: Spot[] = []
  for (let line = block.line; line <= block.endLine; line++) {
    const text = (lines[line - 1] ?? '').trim()
    spots.push({
      line,
      endLine: line,
      text,
      from: 'paragraph',
      number: null,
      block,
      at,
      indent: 0,
      alone: block.line === block.endLine,
    })
  }
  return spots
}

const listMarker = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/

/** The items of lists inside an item, in the place of the list they stand in. */
export const nestedSpots = ({ item, block, at }: Spot, lines: string[]): Spot[] =>
  (item?.blocks ?? []).flatMap((inner) =>
    inner.items.map((each) => ({ ...itemSpot(inner, at, each, lines), block })),
  )

function itemSpot(block: Block, at: number, item: Item, lines: string[]): Spot {
  const raw = lines[item.line - 1] ?? ''
  const marker = listMarker.exec(raw)?.[0] ?? ''
  const endLine = questionEnd(item, lines)
  const text = lines
    .slice(item.line - 1, endLine)
    .map((line, at) => (at === 0 ? line.slice(marker.length) : line).trim())
  return {
    line: item.line,
    endLine,
    text: text.join(' '),
    from: block.ordered ? 'numbered' : 'bulleted',
    number: block.ordered ? marker.trim() : null,
    block,
    at,
    item,
    indent: marker.length,
    alone: item.endLine === endLine,
  }
}

/** A question in a list item may run over several lines: up to the question mark that ends its paragraph. */
function questionEnd(item: Item, lines: string[]): number {
  const [first] = item.blocks
  if (first?.kind !== 'paragraph' || first.endLine - first.line > 2) return item.line
  const text = lines.slice(first.line - 1, first.endLine)
  const asksAtEnd = /[?？][^\p{L}\p{N}]*$/u.test(text.at(-1) ?? '')
  return asksAtEnd && !text.slice(0, -1).some((line) => /[?？.。;；:：][^\p{L}\p{N}]*$/u.test(line))
    ? first.endLine
    : item.line
}

/** How many blank lines stand above a line. */
export function gapAbove(line: number, lines: string[]): number {
  let gap = 0
  while (line - 2 - gap >= 0 && lines[line - 2 - gap]?.trim() === '') gap++
  return gap
}
