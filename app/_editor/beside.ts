import type { Editor } from '@tiptap/core'

/** Where a little window stands under a place in the text, within the frame of the editor, in pixels of that. */
export function beside(editor: Editor, at: number, width: number): { left: number; top: number } {
  const frame = editor.view.dom.parentElement
  if (!frame) return { left: 0, top: 0 }
  const { left, bottom } = editor.view.coordsAtPos(Math.min(at, editor.state.doc.content.size))
  const box = frame.getBoundingClientRect()
  const most = Math.max(0, box.width - width - 4)
  return { left: Math.min(Math.max(0, left - box.left), most), top: bottom - box.top + frame.scrollTop + 6 }
}
