/** What a test note expects: the line of each question with its state. */
export type Expected = { line: number; state: 'answered' | 'unanswered' | 'partial' }

const states = { a: 'answered', u: 'unanswered', p: 'partial' } as const

/**
 * A note for tests in which `»a `, `»u ` or `»p ` before a line says that a question stands there, and in which state.
 * Gives the lines without these signs, and what is expected.
 */
export function markedNote(text: string): { lines: string[]; expected: Expected[] } {
  const expected: Expected[] = []
  const lines = text
    .replace(/^\n/, '')
    .split('\n')
    .map((line, at) => {
      const sign = /^»([aup]) /.exec(line)?.[1]
      if (!sign) return line
      expected.push({ line: at + 1, state: states[sign as keyof typeof states] }) // the expression allows no others
      return line.slice(3)
    })
  return { lines, expected }
}
