import { useEffect, useRef } from 'react'
import type { EntryState } from '#lib/entries/entry'
import type { NearDuplicate } from '#lib/search/near-duplicates'
import type { MakingWords } from './making-words.ts'
import { NearList } from './near-list.tsx'

type Props = {
  near: NearDuplicate[]
  states: Record<EntryState, string>
  making: MakingWords
  onAnyway: () => void
  onClose: () => void
}

/** Before a question is asked twice: answer the one that is there, ask all the same, or go back. */
export function SameQuestion({ near, states, making, onAnyway, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="keys same-question" aria-labelledby="same-question" onClose={onClose}>
      <h2 id="same-question">{making.sameTitle}</h2>
      <p>{making.sameHint}</p>
      <NearList near={near} states={states} answerThat={making.answerThat} />
      <div className="dialog-end">
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {making.back}
        </button>
        <button type="button" className="button" onClick={onAnyway}>
          {making.anyway}
        </button>
      </div>
    </dialog>
  )
}
