import { Link as TiptapLink } from '@tiptap/extension-link'

/** A link; `auto` is one written as its own address in angle brackets. */
export const Link = TiptapLink.extend({
  inclusive: false,
  addAttributes: () => ({
    href: { default: '', parseHTML: (element) => element.getAttribute('href') ?? '' },
    title: { default: null },
    auto: { default: false, rendered: false },
  }),
}).configure({ openOnClick: false, autolink: false, linkOnPaste: true })
