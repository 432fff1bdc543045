import { useRef, useState } from 'react'
import type { EditWords } from './edit-words.ts'
import { fill } from './fill.ts'
import { isSignedOut } from './send-draft.ts'
import type { Text, useEditing } from './use-editing.ts'
import { type Clashing, useSave } from './use-save.ts'
import type { Version } from './version.ts'

export type Clash = Clashing & { mine: Version; isDecided: boolean }
export type Trouble = { message: string; isSignedOut: boolean }

type Options = {
  text: Text
  editing: ReturnType<typeof useEditing>
  path: string
  words: EditWords
  refusals: Record<string, string>
}

/** What follows on "save": back to the page, or deciding on a clash, or the reason why not; the text stays in each case. */
export function useSubmit({ text, editing, path, words, refusals }: Options) {
  const { save, isSaving } = useSave()
  const [clash, setClash] = useState<Clash | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const isLeaving = useRef(false)
  const { now, keeper } = editing

  const submit = async (said: { summary: string; minor: boolean }) => {
    const version = now.current
    if (isLeaving.current) return
    if (version.title?.trim() === '') return setTrouble({ message: words.titleMissing, isSignedOut: false })
    const focused = document.activeElement
    setTrouble(null)
    keeper.current?.stop()
    const answer = await save({ ...version, kind: text.kind, id: text.id, ...said })
    if (answer.status === 'done') {
      isLeaving.current = true
      editing.tellSaved()
      await editing.giveUp()
      return leave(answer.result)
    }
    keeper.current?.resume()
    if (answer.status === 'conflict') return setClash({ ...answer, mine: version, isDecided: false })
    setTrouble(await troubleOf(answer))
    if (focused instanceof HTMLElement) focused.focus()
  }
  const troubleOf = async (
    answer:
      | { status: 'unreachable' }
      | { status: 'refused'; code: string; details: Record<string, string | number> },
  ): Promise<Trouble> => {
    if (await isSignedOut()) return { message: words.signedOut, isSignedOut: true }
    if (answer.status === 'unreachable') return { message: words.unreachable, isSignedOut: false }
    return { message: fill(refusals[answer.code] ?? answer.code, answer.details), isSignedOut: false }
  }
  const leave = ({
    outcome,
    number,
    mergedWith = [],
  }: {
    outcome: string
    number: number
    mergedWith?: string[]
  }) => {
    const said = { merged: words.merged, unchanged: words.unchanged }[outcome] ?? words.savedAs
    const notice = fill(said, { number, names: mergedWith.join(words.and) })
    try {
      sessionStorage.setItem('notice', notice)
    } finally {
      location.assign(path)
    }
  }
  const decide = (version: Partial<Version>, isDecided: boolean) => {
    editing.change(version)
    setClash((before) => before && { ...before, isDecided })
  }
  return { submit, isSaving, clash, endClash: () => setClash(null), decide, trouble }
}
