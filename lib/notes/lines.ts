/** One line of a file with the characters that ended it; the last one may have none. */
export type Line = { text: string; ending: '' | '\n' | '\r\n' | '\r' }

/** Cuts at CRLF, CR and LF. Joining `text + ending` of all lines gives the input; a final line end opens no further line. */
export function splitLines(text: string): Line[] {
  return [...text.matchAll(/([^\r\n]*)(\r\n|\r|\n)|([^\r\n]+)$/g)].map(([, before, ending, last]) => ({
    text: before ?? last ?? '',
    ending: (ending ?? '') as Line['ending'], // the expression matches nothing else
  }))
}

export const joinLines = (lines: Line[]): string => lines.map(({ text, ending }) => text + ending).join('')

/** The line end that most lines have. */
export function usualEnding(lines: Line[]): Line['ending'] {
  const count = (wanted: Line['ending']) => lines.filter(({ ending }) => ending === wanted).length
  const [most] = (['\n', '\r\n', '\r'] as const).toSorted((a, b) => count(b) - count(a))
  return most ?? '\n'
}

export const isBlank = (text: string): boolean => text.trim() === ''

/** A longer line is data or one great paragraph: it is no heading, question or markup, and no pattern is tried on it. */
export const longLine = 2_000
