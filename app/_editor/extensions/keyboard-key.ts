import { Mark } from '@tiptap/core'

/** `<kbd>`. */
export const KeyboardKey = Mark.create({
  name: 'keyboardKey',
  parseHTML: () => [{ tag: 'kbd' }],
  renderHTML: () => ['kbd', 0],
})
