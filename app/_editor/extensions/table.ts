import {
  TableRow,
  TableCell as TiptapCell,
  TableHeader as TiptapHeader,
  Table as TiptapTable,
} from '@tiptap/extension-table'

const align = {
  default: null,
  parseHTML: (element: HTMLElement) => element.getAttribute('data-align'),
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes.align ? { 'data-align': attributes.align } : {},
}

/** Without the widths of columns, which Markdown has not and the policy of the page forbids. */
export const Table = TiptapTable.extend({
  renderHTML: () => ['table', ['tbody', 0]],
}).configure({ resizable: false })

/** Cells of Markdown's tables hold one line. */
export const TableCell = TiptapCell.extend({
  content: 'paragraph',
  addAttributes() {
    return { ...this.parent?.(), align }
  },
})

export const TableHeader = TiptapHeader.extend({
  content: 'paragraph',
  addAttributes() {
    return { ...this.parent?.(), align }
  },
})

export { TableRow }
