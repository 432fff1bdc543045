import type { Encounter } from './marks.ts'

export type EntryState = 'unanswered' | 'partial' | 'answered'

export type ProposedSection = {
  line: number
  title: string
  rawHeading: string
  level: number
  /** Index of the section it stands in. */
  parent: number | null
  text: string
}

export type ProposedAnswer = {
  markdown: string
  /** It stands in the question's own line and has no lines of its own. */
  inline: boolean
}

export type ProposedEntry = {
  /** Where the question stands. */
  line: number
  /** The last line before the next piece begins. */
  endLine: number
  /** `h1` to `h6`; `bare` for a question that is no heading. */
  kind: string
  title: string
  rawHeading: string
  /** Index of the section it stands in. */
  section: number | null
  context: string
  answers: ProposedAnswer[]
  aliases: string[]
  tags: string[]
  encounter: (Encounter & { mark: string }) | null
  state: EntryState
}

export type PieceKind =
  | 'front_matter'
  | 'note_text'
  | 'section_heading'
  | 'section_text'
  | 'entry_heading'
  | 'entry_context'
  | 'answer'
  | 'layout'

/** Where lines of the file went. `section`, `entry` and `answer` are indexes; the answer's counts within its entry. */
export type Piece = {
  kind: PieceKind
  line: number
  endLine: number
  section?: number
  entry?: number
  answer?: number
  /** How many columns of white space its text leaves out of every line. */
  indent: number
  /** How many characters its text leaves out of the first line, after that. */
  lead: number
}

/** What an import would do with a file, and what `--dry-run` shows. Lines count from 1. */
export type Proposal = {
  title: string
  /** What stands under the title, before the first section or question. */
  text: string
  sections: ProposedSection[]
  entries: ProposedEntry[]
  pieces: Piece[]
  images: { line: number; target: string }[]
}

/** The text of a piece: its lines without indentation and without what announces an answer. */
export function textOfPiece(
  piece: Pick<Piece, 'line' | 'endLine' | 'indent' | 'lead'>,
  lines: string[],
): string {
  const kept = lines
    .slice(piece.line - 1, piece.endLine)
    .map((line) => line.slice(indentOf(line, piece.indent)))
  const [first = '', ...rest] = kept
  return [first.slice(piece.lead), ...rest].join('\n')
}

/** How many leading characters make up at most `columns` columns of white space; a tab reaches to the next fourth column. */
export function indentOf(line: string, columns: number): number {
  let column = 0
  let at = 0
  while (at < line.length && column < columns) {
    const width = line[at] === '\t' ? 4 - (column % 4) : line[at] === ' ' ? 1 : 0
    if (width === 0 || column + width > columns) break
    column += width
    at++
  }
  return at
}
