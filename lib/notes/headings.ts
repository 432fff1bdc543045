import { substanceOf } from '#lib/text/substance'
import type { Block } from './blocks.ts'
import { maxTitle, plainText } from './heading.ts'
import { endOf, type HeadingMark, readMark } from './heading-mark.ts'
import { longLine } from './lines.ts'
import { type Region, spotsIn } from './region.ts'
import { type Source, within } from './source.ts'
import type { Start } from './start.ts'

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
  /** Aliases or tags stand right under it, which only a question has. */
  hasMetadata: boolean
  mark: HeadingMark | null
  starts: Start[]
}

export type Outline = { preamble: Region; headings: HeadingNode[] }

/** The headings of a file as a tree, in the order of the file. Headings too long for a title stay in the text. */
export function readHeadings(source: Source): Outline {
  const marks = withoutEnclosed(
    withoutFolded(
      source.blocks.filter((block) => block.kind === 'heading' && fits(block, source)),
      source,
    ),
    source,
  )
  const bounds = [...marks.map(({ line }) => line), source.lines.length + 1]
  const preamble = regionOf(
    source.frontMatter ? source.frontMatter.endLine + 1 : 1,
    (bounds[0] ?? 1) - 1,
    source,
  )
  const headings: HeadingNode[] = []
  const open: HeadingNode[] = []
  for (const [at, block] of marks.entries()) {
    const depth = markBelow(block, source)?.level ?? block.depth
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()
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

const markBelow = ({ endLine }: Block, { commentLines, lines }: Source): HeadingMark | null =>
  commentLines.has(endLine + 1) ? readMark(lines[endLine]) : null

/** Leaves out headings in the text of a question or section that says itself where it ends. */
function withoutEnclosed(headings: Block[], source: Source): Block[] {
  const ends = source.comments.filter(({ text }) => Object.values(endOf).includes(text))
  if (ends.length === 0) return headings
  let until = 0
  return headings.filter((block) => {
    if (block.line < until) return false
    const mark = markBelow(block, source)
    // The end of the next one is not its own.
    const next = headings.find((other) => other.line > block.line && markBelow(other, source))
    const end = ends.find(({ line }) => line > block.line)
    if (mark && end?.text === endOf[mark.kind] && end.line < (next?.line ?? Number.POSITIVE_INFINITY))
      until = end.line
    return true
  })
}

/**
 * Leaves out headings that are folded away under a heading they would otherwise end: the answer to it says `#### Answer`. What says of
 * itself what it is stays.
 */
function withoutFolded(marks: Block[], source: Source): Block[] {
  const folds = foldStarts(source.lines, source.code)
  if (folds.size === 0) return marks
  const kept: Block[] = []
  for (const mark of marks) {
    const start = folds.get(mark.line)
    const above = start === undefined ? undefined : kept.findLast(({ line }) => line < start)
    if (!above || mark.depth > above.depth || markBelow(mark, source)) kept.push(mark)
  }
  return kept
}

/** For each line inside `<details>` where the outermost one begins; one that is never closed folds nothing. */
function foldStarts(lines: string[], code: Set<number>): Map<number, number> {
  const starts = new Map<number, number>()
  const open: number[] = []
  for (const [at, line] of lines.entries()) {
    if (code.has(at) || line.length > longLine) continue
    for (const [tag] of line.matchAll(/<\/?details\b/gi)) {
      if (tag.startsWith('</')) {
        const start = open.pop()
        if (start !== undefined && open.length === 0)
          for (let inside = start + 1; inside <= at; inside++) starts.set(inside, start)
      } else open.push(at + 1)
    }
  }
  return starts
}

const fits = (block: Block, source: Source): boolean =>
  plainText(rawHeadingOf(block, source)).length <= maxTitle

function headingAt(block: Block, endLine: number, parent: HeadingNode | null, source: Source): HeadingNode {
  const region = regionOf(block.endLine + 1, endLine, source)
  const raw = rawHeadingOf(block, source)
  return {
    line: block.line,
    to: block.endLine,
    depth: markBelow(block, source)?.level ?? block.depth,
    raw,
    title: plainText(raw),
    parent,
    children: [],
    region,
    substance: substanceOf(source.lines.slice(block.endLine, endLine).join('\n')),
    substantial: isSubstantial(region, source),
    hasMetadata: within(source.comments, block.endLine + 1, block.endLine + 1).some(({ text }) =>
      /^<!--\s*(aliases|tags)\s*:/i.test(text),
    ),
    mark: markBelow(block, source),
    starts: [],
  }
}

function regionOf(line: number, endLine: number, source: Source): Region {
  const blocks = within(source.blocks, line, endLine)
  return { line, endLine, blocks, spots: spotsIn(blocks, source) }
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
