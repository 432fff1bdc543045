import type { Node } from '@tiptap/pm/model'

/** Whether two blocks that follow each other would be read as one, or otherwise, without a blank line between them. */
export function needsBlank(before: Node, after: Node): boolean {
  const second = after.type.name
  if (second === 'footnoteDefinition' || second === 'rawBlock') return true
  if (endsInParagraph(before)) {
    if (second === 'paragraph' || second === 'table') return true
    if (second === 'orderedList') return after.attrs.start !== 1 || startsEmpty(after)
    if (second === 'bulletList') return startsEmpty(after)
    return second === 'blockquote' && before.type.name !== 'paragraph'
  }
  const first = before.type.name
  if (first === 'table' || first === 'rawBlock') return true
  return first === second && (second === 'blockquote' || second === 'bulletList' || second === 'orderedList')
}

/** Its last line would take in a line of text that follows. */
function endsInParagraph(node: Node): boolean {
  if (node.type.name === 'paragraph') return node.childCount > 0
  const last = node.isTextblock ? null : node.lastChild
  return last !== null && node.type.name !== 'table' && endsInParagraph(last)
}

function startsEmpty(list: Node): boolean {
  const first = list.firstChild?.firstChild
  return first?.type.name === 'paragraph' && first.childCount === 0
}
