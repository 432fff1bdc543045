import { type Editor, getMarkRange } from '@tiptap/core'
import type { Mark, ResolvedPos } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { bareUrlAt } from './extensions/bare-urls.ts'
import { isAddress } from './markdown/pieces.ts'

/** What of a text is linked: words that stay as they are, or an address that shows itself, or nothing yet. */
export type LinkPlace = {
  from: number
  to: number
  isWords: boolean
  /** Whether it is marked as a link, which can be taken away. */
  isLink: boolean
  href: string
  title: string
}

/** The link or the bare address at the cursor, else the selected words, else the cursor itself. */
export function linkPlaceOf({ selection, doc }: EditorState): LinkPlace {
  const { $from, from, to, empty } = selection
  const holds = (range: { from: number; to: number }) => range.from <= from && to <= range.to
  const link = linkAt($from)
  if (link && holds(link)) {
    const { href, title, auto } = link.mark.attrs
    return {
      from: link.from,
      to: link.to,
      isWords: !auto,
      isLink: true,
      href: href ?? '',
      title: title ?? '',
    }
  }
  const nothing = { isLink: false, href: '', title: '' }
  const bare = bareUrlAt($from)
  if (bare && holds(bare))
    return { ...bare, ...nothing, isWords: false, href: doc.textBetween(bare.from, bare.to) }
  return { from, to, ...nothing, isWords: !empty }
}

/** Leads words to an address, or nowhere where that is empty; the words stay. */
export function linkTo(editor: Editor, place: LinkPlace, href: string, title: string): void {
  if (href === '') removeLink(editor, place)
  if (href === '' || (place.isLink && href === place.href && title === place.title)) return
  const { tr, schema } = editor.state
  const link = schema.marks.link!.create({ href, title: title || null, auto: false })
  editor.view.dispatch(tr.addMark(place.from, place.to, link).removeStoredMark(link.type))
}

export function removeLink(editor: Editor, { from, to, isLink }: LinkPlace): void {
  const { tr, schema } = editor.state
  if (isLink) editor.view.dispatch(tr.removeMark(from, to, schema.marks.link!))
}

/** Writes a link with its own words; without any the address alone, bare where a page would make a link of that. */
export function writeLink(editor: Editor, place: LinkPlace, text: string, href: string): void {
  if (href === '' || (text === '' && href === place.href)) return
  const { state } = editor
  const link = state.schema.marks.link!
  const written = (shown: string, mark?: Mark) => {
    const marks = marksAt(state, place).filter(({ type }) => type !== link && type.name !== 'code')
    const node = state.schema.text(shown, mark ? mark.addToSet(marks) : marks)
    const tr = state.tr.replaceWith(place.from, place.to, node)
    const end = place.from + shown.length
    return tr.setSelection(TextSelection.create(tr.doc, end)).removeStoredMark(link).scrollIntoView()
  }
  const showsItself = text === '' || text === href
  const bare = written(href)
  const target = showsItself && /^[^:/?#]+@/.test(href) ? `mailto:${href}` : href
  const mark = link.create({ href: target, auto: showsItself && isAddress(href) })
  const isBare = showsItself && isBareAt(bare, place.from, href)
  editor.view.dispatch(isBare ? bare : written(text || href, mark))
}

function isBareAt({ doc }: Transaction, at: number, href: string): boolean {
  const bare = bareUrlAt(doc.resolve(at + 1))
  return bare?.from === at && bare.to === at + href.length
}

function marksAt({ storedMarks, doc }: EditorState, { from, to }: LinkPlace): readonly Mark[] {
  if (from < to) return doc.resolve(from + 1).marks()
  return storedMarks ?? doc.resolve(from).marks()
}

function linkAt($at: ResolvedPos): { from: number; to: number; mark: Mark } | undefined {
  const type = $at.doc.type.schema.marks.link!
  const mark = [$at.nodeAfter, $at.nodeBefore].flatMap((node) => (node && type.isInSet(node.marks)) || [])[0]
  const range = mark && getMarkRange($at, type, mark.attrs)
  return range && mark ? { ...range, mark } : undefined
}
