import { substanceOf } from '#lib/text/substance'
import type { Block } from './blocks.ts'
import { maxTitle, plainText } from './heading.ts'
import type { Region } from './region.ts'
import type { Source } from './source.ts'
import type { Start } from './starts.ts'

/** A top-level heading with what stands under it up to the next heading. */
export type HeadingNode = {
  line: number
  /** Its last line: the underline of a setext heading. */
  to: number
  depth: number
  raw: string
  /** Plain, number and marks included. */
  title: string
  parent: HeadingNode | null
  children: HeadingNode[]
  region: Region
  /** What its own region says, apart from headings below it. */
  substance: 'none' | 'some' | 'full'
  /** Its own region is more than an introduction: a list, code, a table, or several paragraphs. */
  substantial: boolean
  starts: Start[]
}

export type Outline = { preamble: Region; headings: HeadingNode[] }

/** The headings of a file as a tree, in the order of the file. Headings too long for a title stay in the text. */
export function readHeadings(source: Source): Outline {
  const marks = source.blocks.filter((block) => block.kind === 'heading' && fits(block, source))
  const bounds = [...marks.map(({ line }) => line), source.lines.length + 1]
  const preamble = regionOf(
    source.frontMatter ? source.frontMatter.endLine + 1 : 1,
    (bounds[0] ?? 1) - 1,
    source,
  )
  const headings: HeadingNode[] = []
  const open: HeadingNode[] = []
  for (const [at, block] of marks.entries()) {
    while ((open.at(-1)?.depth ?? 0) >= block.depth) open.pop()
    const node = headingAt(block, (bounds[at + 1] ?? 1) - 1, open.at(-1) ?? null, source)
    node.parent?.children.push(node)
    open.push(node)
    headings.push(node)
  }
  return { preamble, headings }
}

/** The text of a heading without its `#` marks or underline. */
export function rawHeadingOf(block: { line: number }, { lines }: Pick<Source, 'lines'>): string {
  return (lines[block.line - 1] ?? '')
    .replace(/^\s{0,3}#{1,6}(?!#)[ \t]*/, '')
    .replace(/(^|[ \t])#+[ \t]*$/, '')
    .trim()
}

const fits = (block: Block, source: Source): boolean =>
  plainText(rawHeadingOf(block, source)).length <= maxTitle

function headingAt(block: Block, endLine: number, parent: HeadingNode | null, source: Source): HeadingNode {
  const region = regionOf(block.endLine + 1, endLine, source)
  const raw = rawHeadingOf(block, source)
  return {
    line: block.line,
    to: block.endLine,
    depth: block.depth,
    raw,
    title: plainText(raw),
    parent,
    children: [],
    region,
    substance: substanceOf(source.lines.slice(block.endLine, endLine).join('\n')),
    substantial: isSubstantial(region, source),
    starts: [],
  }
}

function regionOf(line: number, endLine: number, source: Source): Region {
  return { line, endLine, blocks: between(source.blocks, line, endLine) }
}

/** The blocks that begin within these lines; blocks are in order, so the first is found by halving. */
function between(blocks: Block[], line: number, endLine: number): Block[] {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.line ?? 0) < line) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < blocks.length && (blocks[end]?.line ?? 0) <= endLine) end++
  return blocks.slice(low, end)
}

function isSubstantial({ blocks, line, endLine }: Region, { lines }: Source): boolean {
  const text = lines.slice(line - 1, endLine).join('\n')
  if (substanceOf(text) !== 'full') return false
  if (
    blocks.some(
      ({ kind, items }) => kind === 'table' || kind === 'fence' || kind === 'code' || items.length >= 2,
    )
  )
    return true
  return (
    blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'list').length >= 3 ||
    text.trim().length >= 400
  )
}
