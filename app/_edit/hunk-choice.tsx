import { useId } from 'react'
import { diffWords } from '#lib/text/diff'
import type { EditWords } from './edit-words.ts'
import { type Decision, decided } from './resolve.ts'

type Clash = { base: string; mine: string; theirs: string }
type Props = {
  clash: Clash
  name: string
  decision: Decision | undefined
  words: EditWords
  onDecide: (decision: Decision) => void
}

const ways = ['mine', 'theirs', 'both', 'edit'] as const

/** One clash: both sides with what each changed marked, and which of them to take. */
export function HunkChoice({ clash, name, decision, words, onDecide }: Props) {
  const id = useId()
  return (
    <fieldset className="hunk" data-decided={decision ? '' : undefined}>
      <legend>{name}</legend>
      <div className="hunk-sides">
        <Side
          label={words.mine}
          text={clash.mine}
          base={clash.base}
          words={words}
          isTaken={takes(decision, 'mine')}
        />
        <Side
          label={words.theirs}
          text={clash.theirs}
          base={clash.base}
          words={words}
          isTaken={takes(decision, 'theirs')}
        />
      </div>
      <div className="hunk-ways">
        {ways.map((take) => (
          <label key={take}>
            <input
              type="radio"
              name={id}
              checked={decision?.take === take}
              onChange={() =>
                onDecide(
                  take === 'edit' ? { take, text: decided(clash, decision ?? { take: 'both' }) } : { take },
                )
              }
            />
            {words[take]}
          </label>
        ))}
      </div>
      {decision?.take === 'edit' && (
        <textarea
          aria-label={words.edit}
          value={decision.text}
          rows={Math.min(16, decision.text.split('\n').length + 2)}
          onChange={({ target }) => onDecide({ take: 'edit', text: target.value })}
        />
      )}
    </fieldset>
  )
}

const takes = (decision: Decision | undefined, side: 'mine' | 'theirs') =>
  decision?.take === side || decision?.take === 'both'

type SideProps = { label: string; text: string; base: string; words: EditWords; isTaken: boolean }

function Side({ label, text, base, words, isTaken }: SideProps) {
  let at = 0
  return (
    <div className="hunk-side" data-taken={isTaken ? '' : undefined}>
      <h3>{label}</h3>
      {text.trim() === '' ? (
        <p className="hunk-gone">{words.removedPart}</p>
      ) : (
        <p>
          {diffWords(base, text).map(({ op, text: piece }) => {
            const key = `${op} ${at++}`
            if (op === 'removed') return null
            return op === 'added' ? <ins key={key}>{piece}</ins> : <span key={key}>{piece}</span>
          })}
        </p>
      )}
    </div>
  )
}
