import { ListItem } from './list-item.ts'

/** Items of which tasks have a box that can be ticked with the mouse and, in its place before the text, with `Space`. */
export const ListItemWithBox = ListItem.extend({
  addNodeView() {
    return ({ node, getPos, editor }) => {
      let current = node
      const dom = document.createElement('li')
      const box = document.createElement('input')
      box.type = 'checkbox'
      box.contentEditable = 'false'
      box.className = 'editor-task-box'
      const contentDOM = document.createElement('div')
      dom.append(contentDOM)
      const show = () => {
        const { checked } = current.attrs
        if (checked === null) box.remove()
        else dom.prepend(box)
        box.checked = checked === true
        dom.classList.toggle('task-item', checked !== null)
        box.setAttribute('aria-label', current.firstChild?.textContent.slice(0, 80) ?? '')
      }
      box.addEventListener('mousedown', (event) => event.preventDefault())
      box.addEventListener('change', () => {
        const at = getPos()
        if (at === undefined || !editor.isEditable) return show()
        editor.view.dispatch(
          editor.state.tr.setNodeMarkup(at, undefined, { ...current.attrs, checked: box.checked }),
        )
      })
      show()
      return {
        dom,
        contentDOM,
        stopEvent: (event) => event.target === box,
        ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
        update: (updated) => {
          if (updated.type !== current.type) return false
          current = updated
          show()
          return true
        },
      }
    }
  },
})
