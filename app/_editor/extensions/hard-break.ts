import { Node } from '@tiptap/core'

/** The end of a line within a paragraph; `written` says how Markdown has it: `soft` (a plain new line), `spaces`, `backslash`, `tag`. */
export const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,

  addAttributes: () => ({
    written: {
      default: 'backslash',
      parseHTML: (element: HTMLElement) => element.getAttribute('data-written') ?? 'backslash',
      renderHTML: ({ written }: Record<string, unknown>) => ({ 'data-written': written }),
    },
  }),

  parseHTML: () => [{ tag: 'br' }],
  renderHTML: ({ HTMLAttributes }) => ['br', HTMLAttributes],
  renderText: () => '\n',
})
