import type { ReactNode } from 'react'
import type { Piece } from '#lib/text/diff'

type Props = {
  pieces: Piece[]
  side?: 'before' | 'after'
  /** What a line's end is called; where that is given, one that came or went alone is shown. */
  lineEnd?: string
}

/** Words as a proofreader marks them: gone ones struck, new ones underlined. One side alone where it is named. */
export function Pieces({ pieces, side, lineEnd }: Props) {
  const other = side && (side === 'before' ? 'added' : 'removed')
  return pieces
    .map((piece, at) => ({ ...piece, key: at }))
    .filter(({ op }) => op !== other)
    .map(({ op, text, key }) => {
      if (op === 'same') return text
      const shown = lineEnd !== undefined && text.trim() === '' ? withLineEnds(text, lineEnd) : text
      return op === 'removed' ? <del key={key}>{shown}</del> : <ins key={key}>{shown}</ins>
    })
}

/** Each end of a line has a sign to see and a word to hear. */
const withLineEnds = (text: string, word: string): ReactNode[] =>
  text
    .split(/(\r\n?|\n)/)
    .map((part, at) => ({ part, key: at }))
    .map(({ part, key }) =>
      /[\r\n]/.test(part) ? (
        <span key={key}>
          <span aria-hidden="true">↵</span>
          <span className="sr-only">{word}</span>
          {part}
        </span>
      ) : (
        part
      ),
    )
