import { ListItem as TiptapListItem } from '@tiptap/extension-list'

/** A list item that may begin with any block, and a task when `checked` is not null. */
export const ListItem = TiptapListItem.extend({
  content: 'block+',

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
