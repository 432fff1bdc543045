import { Node } from '@tiptap/core'

/** `$…$` as its TeX; `display` is `$$…$$` within a line. */
export const MathInline = Node.create({
  name: 'mathInline',
  group: 'inline',
  inline: true,
  atom: true,
  marks: '',
  addAttributes: () => ({ tex: { default: '' }, display: { default: false } }),
  parseHTML: () => [{ tag: 'span[data-math]', getAttrs: (element) => ({ tex: element.textContent ?? '' }) }],
  renderHTML: ({ node }) => ['span', { 'data-math': '' }, node.attrs.tex],
  renderText: ({ node }) => `$${node.attrs.tex}$`,
})

/** `$$` on lines of their own, around TeX. */
export const MathBlock = Node.create({
  name: 'mathBlock',
  group: 'block',
  atom: true,
  addAttributes: () => ({ tex: { default: '' } }),
  parseHTML: () => [{ tag: 'div[data-math]', getAttrs: (element) => ({ tex: element.textContent ?? '' }) }],
  renderHTML: ({ node }) => ['div', { 'data-math': '' }, node.attrs.tex],
  renderText: ({ node }) => `$$\n${node.attrs.tex}\n$$`,
})
