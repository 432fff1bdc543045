import type { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'

/** Moves the item or the block with the cursor one place up or down among its neighbours. */
export function moveBlock(editor: Editor, by: 1 | -1): boolean {
  const { selection, tr, doc } = editor.state
  const { $from } = selection
  const ofNode = selection instanceof NodeSelection && selection.node.isBlock
  let depth = ofNode ? $from.depth + 1 : $from.depth
  while (depth > 1 && $from.node(depth)?.type.name !== 'listItem') depth--
  if (ofNode && $from.depth === 0) depth = 1
  if (depth < 1) return false
  const start = ofNode && $from.depth === depth - 1 ? selection.from : $from.before(depth)
  const node = doc.nodeAt(start)
  if (!node) return false
  const $start = doc.resolve(start)
  const neighbour = by < 0 ? $start.nodeBefore : doc.resolve(start + node.nodeSize).nodeAfter
  if (!neighbour) return true
  const target = by < 0 ? start - neighbour.nodeSize : start + neighbour.nodeSize
  tr.delete(start, start + node.nodeSize).insert(target, node)
  const shift = target - start
  tr.setSelection(
    ofNode
      ? NodeSelection.create(tr.doc, target)
      : TextSelection.create(tr.doc, selection.anchor + shift, selection.head + shift),
  )
  editor.view.dispatch(tr.scrollIntoView())
  return true
}
