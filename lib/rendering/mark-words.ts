import type { ElementContent, RootContent } from 'hast'
import type { Piece } from '#lib/text/diff'
import { element } from './build.ts'

type Node = RootContent | ElementContent

/** All text in a node, in order, as it stands there. */
export function allText(node: Node): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(allText).join('') : ''
}

/** Whether words can be marked in a block; formulas and drawings are built of pieces that mean nothing alone. */
export function marksWords(node: Node): boolean {
  return node.type !== 'element' || (!/^(?:math|svg)$/.test(node.tagName) && node.children.every(marksWords))
}

/**
 * The node with new words in `<ins>` and gone ones in `<del>` where they stood. `pieces` compare another text with `allText(node)`:
 * without the removed ones they are its text.
 */
export function withMarkedWords<Marked extends Node>(node: Marked, pieces: Piece[]): Marked {
  const cursor = { pieces: pieces.filter(({ text }) => text !== ''), at: 0, within: 0 }
  const done = marked(node, cursor)
  const left = cursor.pieces.slice(cursor.at).filter(({ op }) => op === 'removed')
  if (done.type === 'element') done.children.push(...left.map(deleted))
  return done
}

/** Where the walk stands: at which piece, and how far within it. */
type Cursor = { pieces: Piece[]; at: number; within: number }

function marked<Marked extends Node>(node: Marked, cursor: Cursor): Marked {
  if (node.type !== 'element') return node
  const children = node.children.flatMap((child) =>
    child.type === 'text' ? cutText(child.value, cursor) : [marked(child, cursor)],
  )
  return { ...node, children }
}

function cutText(text: string, cursor: Cursor): ElementContent[] {
  const nodes: ElementContent[] = []
  // White space between rows or items is no place for words.
  const takesWords = text.trim() !== ''
  let left = text
  for (;;) {
    const piece = cursor.pieces[cursor.at]
    if (piece?.op === 'removed') {
      // What was replaced stands where its replacement does, which is in the text that follows.
      const isReplaced = cursor.pieces[cursor.at + 1]?.op === 'added'
      if (!takesWords || (left === '' && isReplaced)) break
      nodes.push(deleted(piece))
    } else {
      if (!piece || left === '') break
      const value = piece.text.slice(cursor.within, cursor.within + left.length)
      nodes.push(
        piece.op === 'added' ? element('ins', {}, [{ type: 'text', value }]) : { type: 'text', value },
      )
      left = left.slice(value.length)
      cursor.within += value.length
      if (cursor.within < piece.text.length) break
    }
    cursor.at++
    cursor.within = 0
  }
  return left === '' ? nodes : [...nodes, { type: 'text', value: left }]
}

const deleted = ({ text }: Piece): ElementContent => element('del', {}, [{ type: 'text', value: text }])
