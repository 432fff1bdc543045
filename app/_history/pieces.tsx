import type { Piece } from '#lib/text/diff'

type Props = { pieces: Piece[]; side?: 'before' | 'after' }

/** Words as a proofreader marks them: gone ones struck, new ones underlined. One side alone where it is named. */
export function Pieces({ pieces, side }: Props) {
  const other = side && (side === 'before' ? 'added' : 'removed')
  return pieces
    .map((piece, at) => ({ ...piece, key: at }))
    .filter(({ op }) => op !== other)
    .map(({ op, text, key }) => {
      if (op === 'removed') return <del key={key}>{text}</del>
      return op === 'added' ? <ins key={key}>{text}</ins> : text
    })
}
