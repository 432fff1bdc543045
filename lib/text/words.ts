const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Cuts a text into words as a Chinese reader sees them, punctuation and spaces between; joined they are the text again. */
export function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
