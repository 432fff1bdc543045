import { Node } from '@tiptap/core'

/** `[^label]`, a mark that leads to a note. */
export const FootnoteReference = Node.create({
  name: 'footnoteReference',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ label: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'sup[data-footnote]',
      getAttrs: (element) => ({ label: element.getAttribute('data-footnote') ?? '' }),
    },
  ],
  renderHTML: ({ node }) => ['sup', { 'data-footnote': node.attrs.label }, node.attrs.label],
  renderText: ({ node }) => `[^${node.attrs.label}]`,
})

/** `[^label]: …`, the note itself. */
export const FootnoteDefinition = Node.create({
  name: 'footnoteDefinition',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({
    label: {
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute('data-footnote-definition') ?? '',
      renderHTML: ({ label }: Record<string, unknown>) => ({ 'data-footnote-definition': label }),
    },
  }),
  parseHTML: () => [{ tag: 'section[data-footnote-definition]' }],
  renderHTML: ({ HTMLAttributes }) => ['section', HTMLAttributes, 0],
})
