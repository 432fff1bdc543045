import { Code as TiptapCode } from '@tiptap/extension-code'

/** Code within a line, which may be bold or part of a link; `padded` when Markdown has spaces inside the backticks. */
export const Code = TiptapCode.extend({
  excludes: '',
  addAttributes: () => ({ padded: { default: false, rendered: false } }),
})
