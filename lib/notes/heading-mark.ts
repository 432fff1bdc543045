/** What a comment right under a heading says of it, where its form would say something else. */
export type HeadingMark = {
  kind: 'section' | 'question'
  /** On which level of the tree it stands, whatever the depth of its heading. */
  level: number
  /** Its title is the heading letter by letter, numbers and markup included. */
  verbatim: boolean
}

const mark = /^<!--\s*(section|question)\s+(\d{1,2})(\s+verbatim)?\s*-->\s*$/i

/** Says in a file without questions that its one heading is none. */
export const withoutQuestions = '<!-- no questions -->'

/** Behind the last line of a question, or of the text of a section, that is marked: headings before it are part of what it says. */
export const endOf: Record<HeadingMark['kind'], string> = {
  question: '<!-- end of question -->',
  section: '<!-- end of text -->',
}

/** `<!-- section 2 -->`, `<!-- question 3 verbatim -->`: how an exported file says what its headings alone would not. */
export function readMark(line: string | undefined): HeadingMark | null {
  const [, kind, level, verbatim] = mark.exec(line?.trim() ?? '') ?? []
  if (!kind) return null
  return {
    kind: kind.toLowerCase() === 'section' ? 'section' : 'question',
    level: Number(level),
    verbatim: verbatim !== undefined,
  }
}

/** Whether a line says nothing but what the heading above it is, or where that ends. */
export const isMark = (line = ''): boolean =>
  readMark(line) !== null || Object.values(endOf).includes(line.trim())
