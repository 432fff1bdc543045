import { Node } from '@tiptap/core'

export type BreakWritten = 'soft' | 'spaces' | 'backslash' | 'tag'

/** The end of a line within a paragraph; `written` says how Markdown has it, `soft` being a plain new line. */
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
