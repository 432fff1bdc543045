import type { Node, Schema } from '@tiptap/pm/model'
import { OutOfTime, type Run, sharedRuns } from '#lib/text/edits'
import { readMarkdown, type SourceBlock } from './to-document.ts'

/** Milliseconds within which a cursor is carried exactly; else it goes to the start of its block. */
const budget = 200

/** Where in the Markdown of a document stands what is at a place in it; an offset in UTF-16 units, line ends being one. */
export function offsetOf(place: number, doc: Node, markdown: string, schema: Schema): number {
  const pairs = pairsOf(doc, markdown, schema)
  const pair = pairs.findLast(({ at }) => at <= place)
  if (!pair) return 0
  const { text, places } = textOf(pair.node, pair.at)
  const within = places.findIndex((each) => each >= place)
  return (
    pair.from +
    carried(text, pair.source, within < 0 ? text.length : within, (run) => [run.before, run.after])
  )
}

/** The way back: the place in the document of an offset in its Markdown. */
export function placeOf(offset: number, doc: Node, markdown: string, schema: Schema): number {
  const pair = pairsOf(doc, markdown, schema).findLast(({ from }) => from <= offset)
  if (!pair) return 0
  const { text, places } = textOf(pair.node, pair.at)
  const within = carried(text, pair.source, offset - pair.from, (run) => [run.after, run.before])
  return places[within] ?? (places.at(-1) ?? pair.at) + 1
}

type Pair = { node: Node; at: number; from: number; source: string }

/** The blocks of the document with their source; empty paragraphs have none. */
function pairsOf(doc: Node, markdown: string, schema: Schema): Pair[] {
  const { blocks } = readMarkdown(markdown, schema)
  const lines = markdown.split('\n')
  const starts = [0]
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1)
  const pairs: Pair[] = []
  let next = 0
  doc.forEach((node, at) => {
    const block: SourceBlock | undefined = blocks[next]
    if (!block || (node.type.name === 'paragraph' && node.childCount === 0)) return
    next++
    const source = lines.slice(block.from, block.to).join('\n')
    pairs.push({ node, at, from: starts[block.from] ?? 0, source })
  })
  return pairs
}

/** The letters of a block and where in the document each stands; what is no text counts as a line end. */
function textOf(block: Node, at: number): { text: string; places: number[] } {
  let text = ''
  const places: number[] = []
  const add = (node: Node, place: number) => {
    const letters = node.isText ? (node.text ?? '') : '\n'
    for (let index = 0; index < letters.length; index++) places.push(place + index)
    text += letters
  }
  if (block.isLeaf) add(block, at)
  block.descendants((node, place) => {
    if (node.isLeaf || (node.isTextblock && text !== '')) add(node, at + 1 + place)
  })
  return { text, places }
}

/** Through what text and source share, from the one side of each run to the other. */
function carried(
  text: string,
  source: string,
  at: number,
  sides: (run: Run) => [from: number, to: number],
): number {
  let reached = 0
  for (const run of runsBetween(text, source)) {
    const [from, to] = sides(run)
    if (from > at) break
    reached = to + Math.min(run.length, at - from)
  }
  return reached
}

function runsBetween(text: string, source: string): Run[] {
  try {
    return sharedRuns(text, source, performance.now() + budget)
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error
    return []
  }
}
