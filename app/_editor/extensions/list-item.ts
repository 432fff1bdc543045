import { ListItem as TiptapListItem } from '@tiptap/extension-list'

/** A list item that may begin with any block, and a task when `checked` is not null. */
export const ListItem = TiptapListItem.extend({
  content: 'block+',

  addKeyboardShortcuts() {
    return {
      ...this.parent?.(),
      // An item that cannot go deeper keeps the cursor.
      Tab: () => this.editor.commands.sinkListItem(this.name) || this.editor.isActive(this.name),
      // Another task follows on a task, not done yet.
      Enter: () => {
        const { checked } = this.editor.getAttributes(this.name)
        return this.editor.commands.splitListItem(this.name, checked === null ? {} : { checked: false })
      },
    }
  },

  addAttributes() {
    return {
      checked: {
        default: null,
        keepOnSplit: false,
        parseHTML: (element) => {
          const written = element.getAttribute('data-checked')
          return written === null ? null : written === 'true'
        },
        renderHTML: ({ checked }) => (checked === null ? {} : { 'data-checked': String(checked) }),
      },
    }
  },
})
