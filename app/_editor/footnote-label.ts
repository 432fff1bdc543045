import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'

/** Puts the mark of a new footnote at the cursor, its note at the end of the text, and the cursor into the note. */
export function nextFootnote(editor: Editor): boolean {
  const { schema, doc, tr } = editor.state
  const used = new Set<string>()
  doc.descendants((node) => {
    if (node.type.name.startsWith('footnote')) used.add(String(node.attrs.label))
  })
  let label = 1
  while (used.has(String(label))) label++
  const { footnoteReference, footnoteDefinition, paragraph } = schema.nodes
  if (!footnoteReference || !footnoteDefinition || !paragraph) return false
  tr.replaceSelectionWith(footnoteReference.create({ label: String(label) }))
  const last = tr.doc.lastChild
  const end =
    last?.type === paragraph && last.childCount === 0
      ? tr.doc.content.size - last.nodeSize
      : tr.doc.content.size
  tr.insert(end, footnoteDefinition.create({ label: String(label) }, paragraph.create()))
  tr.setSelection(TextSelection.near(tr.doc.resolve(end + 1)))
  editor.view.dispatch(tr.scrollIntoView())
  editor.view.focus()
  return true
}
