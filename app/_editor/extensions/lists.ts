import { BulletList as TiptapBulletList, OrderedList as TiptapOrderedList } from '@tiptap/extension-list'

const tight = {
  default: true,
  parseHTML: (element: HTMLElement) => element.getAttribute('data-tight') !== 'false',
  renderHTML: (attributes: Record<string, unknown>) => (attributes.tight ? {} : { 'data-tight': 'false' }),
}

/** How the list marks its items in Markdown, kept so that a new item continues the list. */
const marker = (standard: string) => ({ default: standard, rendered: false })

export const BulletList = TiptapBulletList.extend({
  addAttributes: () => ({ tight, marker: marker('-') }),
})

export const OrderedList = TiptapOrderedList.extend({
  addAttributes: () => ({
    start: {
      default: 1,
      parseHTML: (element) => Number(element.getAttribute('start') ?? 1),
      renderHTML: ({ start }) => (start === 1 ? {} : { start }),
    },
    tight,
    marker: marker('.'),
  }),
})
