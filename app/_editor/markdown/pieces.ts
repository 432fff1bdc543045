import { Fragment, type Mark, type Node, type Schema } from '@tiptap/pm/model'

/** A character, or a thing within a line such as a picture. */
export type Piece = { node: Node; text: string | null; marks: readonly Mark[] }

const emphasis = ['bold', 'italic', 'strike', 'highlight']

export function piecesOf(block: Node): Piece[] {
  const pieces: Piece[] = []
  block.forEach((node) => {
    if (!node.isText) pieces.push({ node, text: null, marks: node.marks })
    else for (const text of node.text ?? '') pieces.push({ node, text, marks: node.marks })
  })
  settleAddresses(pieces)
  return pieces
}

/** Whether Markdown makes a link of a text that stands in angle brackets. */
export const isAddress = (text: string) => address.test(text)

const address = /^(?:[a-z][a-z\d+.-]{1,31}:[^\p{Cc}\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d.-]+)$/iu

/** A link written as its own address is one only while what is shown is an address and nothing else. */
function settleAddresses(pieces: Piece[]): void {
  const autoOf = (piece: Piece | undefined) => piece?.marks.find(({ attrs }) => attrs.auto)
  for (let at = 0; at < pieces.length; ) {
    const auto = autoOf(pieces[at])
    let end = at + 1
    while (auto && autoOf(pieces[end])?.eq(auto)) end++
    const run = pieces.slice(at, end)
    const isWhole =
      run.every(({ text, marks }) => text !== null && marks.length === 1) &&
      isAddress(run.map(({ text }) => text).join(''))
    if (auto && !isWhole) {
      const plain = auto.type.create({ ...auto.attrs, auto: false })
      run.forEach((piece, index) => {
        pieces[at + index] = {
          ...piece,
          marks: piece.marks.map((mark) => (mark === auto || mark.eq(auto) ? plain : mark)),
        }
      })
    }
    at = end
  }
}

/** Emphasis neither begins nor ends with white space or a break: Markdown would not see it. */
export function stripEmphasis(pieces: Piece[]): void {
  for (const name of emphasis) stripEdges(pieces, name)
}

export const isCode = (marks: readonly Mark[]) => marks.some(({ type }) => type.name === 'code')

function stripEdges(pieces: Piece[], name: string): void {
  const has = (at: number) => pieces[at]?.marks.some(({ type }) => type.name === name) ?? false
  const isBlank = (at: number) => {
    const piece = pieces[at]
    if (!piece || isCode(piece.marks)) return false
    return piece.text === null ? piece.node.type.name === 'hardBreak' : /\s/.test(piece.text)
  }
  const strip = (at: number) => {
    const piece = pieces[at]
    if (piece) pieces[at] = { ...piece, marks: piece.marks.filter(({ type }) => type.name !== name) }
  }
  for (let at = 0; at < pieces.length; at++) {
    if (has(at) && !has(at - 1)) for (let next = at; has(next) && isBlank(next); next++) strip(next)
  }
  for (let at = pieces.length - 1; at >= 0; at--) {
    if (has(at) && !has(at + 1)) for (let next = at; has(next) && isBlank(next); next--) strip(next)
  }
}

/** Pieces as nodes again, neighbours of one kind as one. */
export function nodesOf(pieces: readonly Piece[], schema: Schema): Node[] {
  const nodes: Node[] = []
  let run: { text: string; marks: readonly Mark[] } | undefined
  const flush = () => {
    if (run) nodes.push(schema.text(run.text, run.marks))
    run = undefined
  }
  for (const { node, text, marks } of pieces) {
    if (text === null) {
      flush()
      nodes.push(node.mark(marks))
    } else if (run && sameMarks(run.marks, marks)) run.text += text
    else {
      flush()
      run = { text, marks }
    }
  }
  flush()
  const result: Node[] = []
  Fragment.fromArray(nodes).forEach((node) => void result.push(node))
  return result
}

const sameMarks = (a: readonly Mark[], b: readonly Mark[]) =>
  a === b || (a.length === b.length && a.every((mark, at) => b[at] !== undefined && mark.eq(b[at])))
