import { Link as TiptapLink } from '@tiptap/extension-link'
import { isBareUrl } from './bare-urls.ts'

/** A link; `auto` is one written as its own address in angle brackets. A bare address is none, typed or pasted: it stays text. */
export const Link = TiptapLink.extend({
  inclusive: false,
  addAttributes: () => ({
    href: { default: '', parseHTML: (element) => element.getAttribute('href') ?? '' },
    title: { default: null },
    auto: { default: false, rendered: false },
  }),
  parseHTML() {
    return [
      { tag: 'a[href]', skip: true, getAttrs: (element) => (showsItself(element) ? null : false) },
      ...(this.parent?.() ?? []),
    ]
  },
  addPasteRules: () => [],
}).configure({ openOnClick: false, autolink: false, linkOnPaste: true })

/** A link on its own address, as other programs put one on the clipboard. */
function showsItself(link: HTMLElement): boolean {
  const text = link.textContent.trim()
  const href = link.getAttribute('href') ?? ''
  return (
    isBareUrl(text) && URL.canParse(href) && URL.canParse(text) && new URL(href).href === new URL(text).href
  )
}
