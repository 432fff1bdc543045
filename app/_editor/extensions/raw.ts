import { Node } from '@tiptap/core'

/** Markdown that the editor cannot show: its source, visible, written back as it was. */
export const RawBlock = Node.create({
  name: 'rawBlock',
  group: 'block',
  atom: true,
  addAttributes: () => ({ source: { default: '' } }),
  parseHTML: () => [{ tag: 'pre[data-raw]', getAttrs: (element) => ({ source: element.textContent ?? '' }) }],
  renderHTML: ({ node }) => ['pre', { 'data-raw': '' }, node.attrs.source],
  renderText: ({ node }) => node.attrs.source,
})

/** The same within a line, such as a comment. */
export const RawInline = Node.create({
  name: 'rawInline',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ source: { default: '' } }),
  parseHTML: () => [
    { tag: 'code[data-raw]', getAttrs: (element) => ({ source: element.textContent ?? '' }) },
  ],
  renderHTML: ({ node }) => ['code', { 'data-raw': '' }, node.attrs.source],
  renderText: ({ node }) => node.attrs.source,
})
