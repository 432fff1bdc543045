import type { Node } from '@tiptap/pm/model'

/** A block as it can follow another: two lists in a row are only two when they are marked otherwise. */
export function apart(before: Node | undefined, node: Node): Node {
  const { name } = node.type
  if (before?.type.name !== name || (name !== 'bulletList' && name !== 'orderedList')) return node
  return before.attrs.marker === node.attrs.marker ? withOtherMarker(node) : node
}

export function withOtherMarker(list: Node): Node {
  return list.type.create({ ...list.attrs, marker: others[list.attrs.marker] ?? '-' }, list.content)
}

const others: Record<string, string> = { '-': '*', '*': '-', '+': '-', '.': ')', ')': '.' }
