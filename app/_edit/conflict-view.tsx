import { ArrowDown, ArrowUp, PenLine } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { CopyText } from './copy-text.tsx'
import type { EditWords } from './edit-words.ts'
import { fill } from './fill.ts'
import { HunkChoice } from './hunk-choice.tsx'
import { type Decision, resolve } from './resolve.ts'
import { SameText } from './same-text.tsx'
import type { Clash } from './use-submit.ts'
import type { Version } from './version.ts'

type Props = {
  clash: Clash
  words: EditWords
  /** The text as decided so far, undecided parts as mine; `isDecided` once nothing is open. */
  onDecide: (version: Partial<Version>, isDecided: boolean) => void
  /** Goes on in the editor with what was decided. */
  onContinue: () => void
}

/** Two people changed the same sentences: shows them one by one, with mine, theirs, both or words of one's own to choose. */
export function ConflictView({ clash, words, onDecide, onContinue }: Props) {
  const { hunks, head, mine, isDecided } = clash
  const [decisions, setDecisions] = useState<Record<number, Decision>>({})
  const [titleDecision, setTitleDecision] = useState<Decision>()
  const place = useRef<HTMLElement>(null)
  const clashes = hunks.flatMap(({ kind }, at) => (kind === 'conflict' ? [at] : []))
  const open = clashes.filter((at) => !decisions[at]).length + (clash.title && !titleDecision ? 1 : 0)

  useEffect(() => place.current?.focus(), [])
  const tell = (texts: Record<number, Decision>, title: Decision | undefined) => {
    const isDone = clashes.every((at) => texts[at]) && (!clash.title || title !== undefined)
    const decidedTitle =
      clash.title && resolve([{ kind: 'conflict', ...clash.title }], title ? { 0: title } : {})
    onDecide(
      {
        title: decidedTitle ?? clash.mergedTitle,
        markdown: resolve(hunks, texts),
        // Until all is decided it stands on the old base, so that nothing of theirs can be written over.
        baseId: isDone ? head.id : mine.baseId,
      },
      isDone,
    )
  }
  const decide = (at: number, decision: Decision) => {
    const all = { ...decisions, [at]: decision }
    setDecisions(all)
    tell(all, titleDecision)
  }
  const go = (step: 1 | -1) => {
    const all = [...(place.current?.querySelectorAll<HTMLElement>('fieldset') ?? [])]
    const here = all.findIndex((each) => each.contains(document.activeElement))
    const next = all[(here + step + all.length) % all.length]
    next?.querySelector<HTMLElement>('input:checked, input')?.focus()
    next?.scrollIntoView({ block: 'center' })
  }
  return (
    <section
      className="conflict"
      ref={place}
      tabIndex={-1}
      aria-labelledby="conflict-title"
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
        event.preventDefault()
        go(event.key === 'ArrowDown' ? 1 : -1)
      }}
    >
      <h2 id="conflict-title">{words.conflict}</h2>
      <p>{fill(words.conflictHint, { number: head.number })}</p>
      <div className="conflict-tools">
        <output aria-live="polite">
          {open > 0 ? fill(words.undecided, { count: open }) : words.allDecided}
        </output>
        <button type="button" className="button" onClick={() => go(-1)} title="Alt+↑">
          <ArrowUp size={15} aria-hidden />
          {words.previousConflict}
        </button>
        <button type="button" className="button" onClick={() => go(1)} title="Alt+↓">
          <ArrowDown size={15} aria-hidden />
          {words.nextConflict}
        </button>
        <button type="button" className="button" onClick={onContinue} disabled={!isDecided}>
          <PenLine size={15} aria-hidden />
          {words.continueEditing}
        </button>
        <CopyText text={mine.markdown} words={words} />
      </div>
      {clash.title && (
        <HunkChoice
          clash={clash.title}
          name={words.title}
          decision={titleDecision}
          words={words}
          onDecide={(decision) => {
            setTitleDecision(decision)
            tell(decisions, decision)
          }}
        />
      )}
      <div className="conflict-text">
        {hunks.map((hunk, at) =>
          hunk.kind === 'same' ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: hunks stay as they came.
            <SameText key={at} text={hunk.text} label={words.unchangedPart} />
          ) : (
            <HunkChoice
              // biome-ignore lint/suspicious/noArrayIndexKey: hunks stay as they came.
              key={at}
              clash={hunk}
              name={fill(words.conflictNumber, { number: clashes.indexOf(at) + 1, count: clashes.length })}
              decision={decisions[at]}
              words={words}
              onDecide={(decision) => decide(at, decision)}
            />
          ),
        )}
      </div>
    </section>
  )
}
