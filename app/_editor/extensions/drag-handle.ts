import { Extension } from '@tiptap/core'
import { NodeSelection, Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

type Options = { label: string }

/** A grip beside the block under the pointer, by which it is dragged; a click selects it, `Alt` and an arrow move it. */
export const DragHandle = Extension.create<Options>({
  name: 'dragHandle',
  addOptions: () => ({ label: '' }),
  addProseMirrorPlugins() {
    const { label } = this.options
    return [new Plugin({ view: (view) => gripOf(view, label) })]
  },
})

function gripOf(view: EditorView, label: string) {
  const grip = document.createElement('button')
  grip.type = 'button'
  grip.className = 'editor-grip'
  grip.draggable = true
  grip.tabIndex = -1
  grip.setAttribute('aria-label', label)
  grip.title = label
  grip.hidden = true
  const home = view.dom.parentElement
  home?.append(grip)
  let at: number | null = null

  const follow = (event: MouseEvent) => {
    if (event.buttons !== 0 || !(event.target instanceof Node) || event.target === grip) return
    const block = blockAt(view, event.clientY)
    grip.hidden = block === null || !view.editable
    if (block === null || !home) return
    at = block.at
    const frame = home.getBoundingClientRect()
    grip.style.top = `${block.top - frame.top + home.scrollTop}px`
  }
  const select = () => {
    if (at === null || !view.state.doc.nodeAt(at)) return
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, at)))
    view.focus()
  }
  const drag = (event: DragEvent) => {
    select()
    const { selection } = view.state
    if (!(selection instanceof NodeSelection) || !event.dataTransfer) return
    const { dom, text } = view.serializeForClipboard(selection.content())
    event.dataTransfer.setData('text/html', dom.innerHTML)
    event.dataTransfer.setData('text/plain', text)
    event.dataTransfer.effectAllowed = 'copyMove'
    const shown = view.nodeDOM(selection.from)
    if (shown instanceof HTMLElement) event.dataTransfer.setDragImage(shown, 0, 0)
    view.dragging = { slice: selection.content(), move: true }
  }
  const leave = () => {
    grip.hidden = true
  }
  home?.addEventListener('mousemove', follow)
  home?.addEventListener('mouseleave', leave)
  grip.addEventListener('click', select)
  grip.addEventListener('dragstart', drag)
  return {
    destroy() {
      home?.removeEventListener('mousemove', follow)
      home?.removeEventListener('mouseleave', leave)
      grip.remove()
    },
  }
}

function blockAt(view: EditorView, y: number): { at: number; top: number } | null {
  let found: { at: number; top: number } | null = null
  view.state.doc.forEach((_, at) => {
    const dom = view.nodeDOM(at)
    if (found || !(dom instanceof HTMLElement)) return
    const { top, bottom } = dom.getBoundingClientRect()
    if (y >= top - 4 && y <= bottom + 4) found = { at, top }
  })
  return found
}
