import type { Change } from '#lib/text/changes'
import type { Piece } from '#lib/text/diff'
import { languageOf } from '#lib/text/language'
import { Pieces } from '../../_history/pieces.tsx'

type Props = {
  changes: Change[]
  chosen: ReadonlySet<string>
  onChoose: (chosen: Set<string>) => void
  label: string
  lineEnd: string
}

/** Which of several changes are accepted; the rest stays open. */
export function ChangeChoice({ changes, chosen, onChoose, label, lineEnd }: Props) {
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  return (
    <fieldset className="change-choice">
      <legend>{label}</legend>
      {changes.map(({ id, before, after, pieces }) => (
        <label key={id} className="check">
          <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
          <span lang={languageOf(after || before)}>
            <Pieces pieces={briefly(pieces)} lineEnd={lineEnd} />
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Characters of what stays that are shown on either side of a change. */
const beside = 16

/** What changes, with a few words around it. */
const briefly = (pieces: Piece[]): Piece[] =>
  pieces.map((piece, at) => {
    const { op, text } = piece
    const [start, end] = [
      at > 0 ? text.slice(0, beside) : '',
      at < pieces.length - 1 ? text.slice(-beside) : '',
    ]
    return op === 'same' && start.length + end.length < text.length ? { op, text: `${start}…${end}` } : piece
  })
