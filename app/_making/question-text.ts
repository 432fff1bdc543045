import type { Place } from './place-fields.tsx'

// Comments that nobody writes, in the form in which files part answers.
const parting = '\n\n<!-- first answer -->\n\n'
const labelling = '\n\n<!-- question -->\n\n'

/** Where a new question is to stand, and its tags. */
export type Label = { place: Place; tags: string[] }
type QuestionText = { context: string; answer: string; label: Label | null }

/** A new question's context, first answer, place and tags as the one text of its draft. */
export function joinText({ context, answer, label }: QuestionText): string {
  const text = answer === '' ? context : context + parting + answer
  return label ? text + labelling + JSON.stringify(label) : text
}

/** The way back from `joinText`. */
export function splitText(joined: string): QuestionText {
  const end = joined.lastIndexOf(labelling)
  const text = end < 0 ? joined : joined.slice(0, end)
  const label: Label | null = end < 0 ? null : JSON.parse(joined.slice(end + labelling.length))
  const at = text.indexOf(parting)
  return at < 0
    ? { context: text, answer: '', label }
    : { context: text.slice(0, at), answer: text.slice(at + parting.length), label }
}
