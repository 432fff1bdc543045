import { Fragment, type Node, type Schema } from '@tiptap/pm/model'
import { needsBlank } from './blank-lines.ts'
import { isCode, nodesOf, type Piece, piecesOf, stripEmphasis } from './pieces.ts'

/**
 * The same blocks with everything taken away that Markdown cannot say: empty paragraphs, space at the edges of lines and of
 * marks, how a break or a list is marked. Two texts with equal normal forms are read the same.
 */
export function normalise(nodes: readonly Node[], schema: Schema): Node[] {
  const kept = nodes.filter((node) => !isEmptyParagraph(node))
  return kept.map((node) => normaliseBlock(node, schema))
}

const isEmptyParagraph = (node: Node) =>
  node.type.name === 'paragraph' && trimmed(node, node.type.schema).length === 0

/** Blocks stay the same objects while others are edited. */
const known = new WeakMap<Node, Node>()

function normaliseBlock(node: Node, schema: Schema): Node {
  const before = known.get(node)
  if (before) return before
  const normal = normalForm(node, schema)
  known.set(node, normal)
  return normal
}

function normalForm(node: Node, schema: Schema): Node {
  const { name } = node.type
  if (name === 'codeBlock')
    return node.type.create({ language: node.attrs.language?.trim() || null }, node.content)
  if (name === 'heading' && node.attrs.level > 2)
    return node.type.create(node.attrs, trimmed(onOneLine(node), schema))
  if (node.isTextblock) return node.type.create(node.attrs, trimmed(node, schema))
  if (name === 'mathBlock') return node.type.create({ tex: node.attrs.tex.trim() })
  if (name === 'rawBlock') return node.type.create({ source: node.attrs.source.trimEnd() })
  if (name === 'table') return node.type.create(null, rowsOf(node, schema))
  if (node.isLeaf) return node
  const children: Node[] = []
  node.forEach((child) => void children.push(child))
  if (name === 'bulletList' || name === 'orderedList') {
    const items = children.map((item) => normaliseBlock(item, schema))
    return node.type.create(
      { ...node.attrs, start: node.attrs.start, marker: null, tight: isTight(node.attrs.tight, items) },
      items,
    )
  }
  const inner = normalise(children, schema)
  return node.type.create(node.attrs, inner.length > 0 ? inner : schema.nodes.paragraph!.create())
}

/** Only headings of the first two levels can have several lines. */
function onOneLine(heading: Node): Node {
  const { schema } = heading.type
  const nodes = piecesOf(heading).map((piece) =>
    piece.node.attrs.written === 'soft' ? { node: schema.text(' '), text: ' ', marks: piece.marks } : piece,
  )
  return heading.copy(Fragment.fromArray(nodesOf(nodes, schema)))
}

/** Whether Markdown can write a list without blank lines, or has nowhere to write one. */
function isTight(wanted: boolean, items: Node[]): boolean {
  let paragraphs = false
  let gaps = items.length > 1
  for (const item of items) {
    item.forEach((child, _, at) => {
      if (child.type.name === 'paragraph') paragraphs = true
      if (at > 0) gaps = true
    })
  }
  if (!paragraphs || !gaps) return true
  return wanted && !items.some((item) => mustBeLoose(item))
}

/** Whether two neighbours within an item would run together without a blank line. */
export function mustBeLoose(item: Node): boolean {
  const children = Array.from({ length: item.childCount }, (_, at) => item.child(at))
  const kept = children.filter(
    (child, at) => at === 0 || child.type.name !== 'paragraph' || child.childCount > 0,
  )
  return kept.some((child, at) => {
    const before = kept[at - 1]
    return before !== undefined && needsBlank(before, child)
  })
}

function rowsOf(table: Node, schema: Schema): Node[] {
  const rows: Node[] = []
  const width = widthOf(table)
  table.forEach((row, _, rowAt) => {
    const cells: Node[] = []
    row.forEach((cell, _, at) => {
      const type = rowAt === 0 ? schema.nodes.tableHeader! : schema.nodes.tableCell!
      const align = table.child(0).maybeChild(at)?.attrs.align ?? null
      const content = cell.firstChild ? trimmed(cell.firstChild, schema, /\s/) : []
      cells.push(type.create({ align }, schema.nodes.paragraph!.create(null, content)))
    })
    const type = rowAt === 0 ? schema.nodes.tableHeader! : schema.nodes.tableCell!
    while (cells.length < width) {
      const align = table.child(0).maybeChild(cells.length)?.attrs.align ?? null
      cells.push(type.create({ align }, schema.nodes.paragraph!.create()))
    }
    rows.push(row.type.create(null, cells))
  })
  return rows
}

/** Every row has as many cells as the longest, or Markdown would drop some. */
export function widthOf(table: Node): number {
  let width = 0
  table.forEach((row) => {
    width = Math.max(width, row.childCount)
  })
  return width
}

/** Inline content without what Markdown loses: space beside breaks, soft breaks at the edges, emphasis on space alone. */
function trimmed(block: Node, schema: Schema, space = /[ \t\n]/): Node[] {
  const pieces = piecesOf(block)
  const isBreak = (at: number) => pieces[at]?.node.type.name === 'hardBreak'
  const isSoft = (at: number) => isBreak(at) && pieces[at]?.node.attrs.written === 'soft'
  const isSpace = (at: number) => {
    const piece = pieces[at]
    return piece !== undefined && piece.text !== null && space.test(piece.text) && !isCode(piece.marks)
  }
  const gone = new Set<number>()
  const clear = (start: number, step: 1 | -1) => {
    for (let at = start; isSpace(at) || isSoft(at); at += step) gone.add(at)
  }
  clear(0, 1)
  clear(pieces.length - 1, -1)
  pieces.forEach((_, at) => {
    if (!isBreak(at) || gone.has(at)) return
    for (let next = at + 1; isSpace(next) || isSoft(next); next++) gone.add(next)
    for (let before = at - 1; isSpace(before); before--) gone.add(before)
  })
  const kept = pieces.filter((_, at) => !gone.has(at))
  stripEmphasis(kept)
  return nodesOf(kept.map(alike), schema)
}

/** Without how it was written: which break, which padding of code; the address of a link that shows it follows from its text. */
function alike({ node, text, marks }: Piece): Piece {
  const plain = marks.map((mark) => {
    if (mark.attrs.auto) return mark.type.create({ href: '', title: null, auto: true })
    return mark.type.name === 'code' ? mark.type.create() : mark
  })
  const isBreak = node.type.name === 'hardBreak'
  const written = node.attrs.written === 'soft' ? 'soft' : 'tag'
  return { node: isBreak ? node.type.create({ written }) : node, text, marks: plain }
}
