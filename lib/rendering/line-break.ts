import type { ElementContent } from 'hast'
import { element, text } from './build.ts'
import { namesSource } from './links.ts'

const wide = /[\p{sc=Han}\u3000-\u303f\uff00-\uffef]/u
const sentenceEnd = /[。！？：；…!?:;.)）」』”】]\s*$/u
/** A line of fewer characters was not wrapped by an editor: its writer ended it. */
const wrappedFrom = 30

/**
 * A line break inside a paragraph. Between English lines it is a space, as CommonMark says; writers of Chinese mean a new
 * line by it, except where an editor cut a long sentence, which is joined without the space that Chinese does not have.
 */
export function softBreak(before: string, after: string): ElementContent {
  if (!wide.test(before) && !wide.test(after)) return text('\n')
  const cut = before.trimEnd().length >= wrappedFrom && !sentenceEnd.test(before) && !namesSource(after)
  if (!cut) return element('br', {})
  return wide.test(before.trimEnd().slice(-1)) && wide.test(after.trimStart().slice(0, 1))
    ? text('')
    : text('\n')
}
