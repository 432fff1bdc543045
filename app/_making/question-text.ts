// A comment that nobody writes, in the form in which files part answers.
const parting = '\n\n<!-- first answer -->\n\n'

type QuestionText = { context: string; answer: string }

/** A new question's context and first answer as the one text of its draft. */
export const joinText = ({ context, answer }: QuestionText): string =>
  answer === '' ? context : context + parting + answer

/** The way back from `joinText`. */
export function splitText(text: string): QuestionText {
  const at = text.indexOf(parting)
  return at < 0
    ? { context: text, answer: '' }
    : { context: text.slice(0, at), answer: text.slice(at + parting.length) }
}
