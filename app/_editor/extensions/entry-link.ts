import { Node } from '@tiptap/core'

/** `[[Title]]` or `[[Title|shown]]`: a link to the entry of that title. */
export const EntryLink = Node.create({
  name: 'entryLink',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ title: { default: '' }, shown: { default: null } }),
  parseHTML: () => [
    {
      tag: 'span[data-entry-link]',
      getAttrs: (element) => ({ title: element.getAttribute('data-entry-link') ?? '' }),
    },
  ],
  renderHTML: ({ node }) => [
    'span',
    { 'data-entry-link': node.attrs.title, class: 'entry-link' },
    node.attrs.shown ?? node.attrs.title,
  ],
  renderText: ({ node }) => node.attrs.shown ?? node.attrs.title,
})
