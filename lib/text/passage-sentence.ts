import { sentencesOf } from './merge.ts'

const ended = /[。！？；\n]["'”’」』）)]*$/

/** The sentence in which a quote stands, as far as the words around it reach. */
export function sentenceOf({
  quote,
  prefix,
  suffix,
}: {
  quote: string
  prefix: string
  suffix: string
}): string {
  const lead = sentencesOf(prefix).at(-1) ?? ''
  const head = ended.test(lead) ? '' : lead
  const tail = ended.test(quote) ? '' : (sentencesOf(suffix)[0] ?? '')
  return head + quote + tail
}
