import { Extension } from '@tiptap/core'
import { NodeSelection, Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { scrollAtEdges } from './scroll-at-edges.ts'

type Options = { label: string }

/**
 * A grip beside the block under the pointer, and where there is none beside the block with the cursor, by which it is dragged with
 * the mouse or a finger; a click selects it, `Alt` and an arrow move it.
 */
export const DragHandle = Extension.create<Options>({
  name: 'dragHandle',
  addOptions: () => ({ label: '' }),
  addProseMirrorPlugins() {
    const { label } = this.options
    return [new Plugin({ view: (view) => gripOf(view, label) })]
  },
})

type Block = { at: number; top: number; bottom: number }
type Drag = { from: number; to: number; y: number; stop: () => void }

/** Pixels that a pointer moves before it drags. */
const slack = 4

function gripOf(view: EditorView, label: string) {
  const grip = document.createElement('button')
  grip.type = 'button'
  grip.className = 'editor-grip'
  grip.tabIndex = -1
  grip.setAttribute('aria-label', label)
  grip.title = label
  grip.hidden = true
  const line = document.createElement('div')
  line.className = 'editor-drop-line'
  line.hidden = true
  const home = view.dom.parentElement
  home?.append(grip, line)
  let at: number | null = null
  let drag: Drag | null = null

  const showAt = (block: Block | undefined) => {
    grip.hidden = block === undefined || !view.editable
    if (!block) return
    at = block.at
    place(grip, block.top)
  }
  const place = (part: HTMLElement, top: number) => {
    const frame = home?.getBoundingClientRect()
    part.style.top = `${top - (frame?.top ?? 0)}px`
  }
  const follow = (event: MouseEvent) => {
    if (drag || event.buttons !== 0 || event.target === grip) return
    const { clientY: y } = event
    showAt(blocksOf(view).find(({ top, bottom }) => y >= top - 4 && y <= bottom + 4))
  }
  const leave = () => {
    if (!drag) grip.hidden = true
  }
  const select = () => {
    if (at === null || !view.state.doc.nodeAt(at)) return
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, at)))
    view.focus()
  }
  const press = (event: PointerEvent) => {
    if (at === null || event.button !== 0) return
    grip.setPointerCapture(event.pointerId)
    drag = { from: at, to: at, y: event.clientY, stop: () => {} }
  }
  const move = (event: PointerEvent) => {
    if (!drag || (line.hidden && Math.abs(event.clientY - drag.y) < slack)) return
    if (line.hidden) {
      select()
      drag.stop = scrollAtEdges(() => drag?.y ?? 0, aim)
    }
    drag.y = event.clientY
    aim()
  }
  const aim = () => {
    if (!drag) return
    const { y } = drag
    const blocks = blocksOf(view)
    const next = blocks.find(({ top, bottom }) => y < (top + bottom) / 2)
    drag.to = next?.at ?? view.state.doc.content.size
    line.hidden = false
    place(line, next ? next.top : (blocks.at(-1)?.bottom ?? 0))
  }
  const drop = () => {
    const moved = drag && !line.hidden ? drag : null
    if (moved) moveTo(view, moved.from, moved.to)
    end()
    // A click follows, which is for nothing that stands there now.
    if (moved) {
      leave()
      at = null
      update()
    }
  }
  const end = () => {
    drag?.stop()
    drag = null
    line.hidden = true
  }
  const giveUp = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && drag) end()
  }
  home?.addEventListener('mousemove', follow)
  home?.addEventListener('mouseleave', leave)
  grip.addEventListener('click', select)
  grip.addEventListener('pointerdown', press)
  grip.addEventListener('pointermove', move)
  grip.addEventListener('pointerup', drop)
  grip.addEventListener('pointercancel', end)
  document.addEventListener('keydown', giveUp)
  const noHover = matchMedia('(hover: none)')
  const update = () => {
    if (drag || !noHover.matches) return
    const { $from } = view.state.selection
    const start = $from.depth > 0 ? $from.before(1) : $from.pos
    showAt(view.hasFocus() ? blocksOf(view).find((block) => block.at === start) : undefined)
  }
  return {
    update,
    destroy() {
      end()
      home?.removeEventListener('mousemove', follow)
      home?.removeEventListener('mouseleave', leave)
      document.removeEventListener('keydown', giveUp)
      grip.remove()
      line.remove()
    },
  }
}

function moveTo(view: EditorView, from: number, to: number): void {
  const node = view.state.doc.nodeAt(from)
  if (!node || (from <= to && to <= from + node.nodeSize)) return
  const { tr } = view.state
  tr.delete(from, from + node.nodeSize).insert(tr.mapping.map(to), node)
  const now = from < to ? to - node.nodeSize : to
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, now)).scrollIntoView())
}

/** The outermost blocks and where they stand in the window. */
function blocksOf(view: EditorView): Block[] {
  const blocks: Block[] = []
  view.state.doc.forEach((_, at) => {
    const dom = view.nodeDOM(at)
    if (!(dom instanceof HTMLElement)) return
    const { top, bottom } = dom.getBoundingClientRect()
    blocks.push({ at, top, bottom })
  })
  return blocks
}
