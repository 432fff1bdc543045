import { useRef, useState } from 'react'
import type { ActionResult } from '#lib/entries/carry-out'
import type { EditWords } from './edit-words.ts'
import { fill } from './fill.ts'
import { resolve } from './resolve.ts'
import { isSignedOut } from './send-draft.ts'
import type { useEditing } from './use-editing.ts'
import { type Clashing, useSave } from './use-save.ts'
import type { Version } from './version.ts'

export type Clash = Clashing & { mine: Version; isDecided: boolean }
export type Trouble = { message: string; isSignedOut: boolean; field?: string | undefined }

type Options<Input, Result> = {
  editing: ReturnType<typeof useEditing>
  send: (input: Input & { personId: string }) => Promise<ActionResult<Result>>
  /** Where to after it was saved, and what is said there; null to stay. */
  leaveTo: (result: Result) => { path: string; notice: string } | null
  /** What there is to decide on from the beginning. */
  opening?: Clashing | undefined
  words: EditWords
  refusals: Record<string, string>
}

/** What follows on "save": on to a page, or deciding on a clash, or the reason why not; the text stays in each case. */
export function useSubmit<Input extends { operationId: string; title?: string | null | undefined }, Result>({
  editing,
  send,
  leaveTo,
  opening,
  words,
  refusals,
}: Options<Input, Result>) {
  const { save, isSaving } = useSave(editing.personId, send)
  const [clash, setClash] = useState<Clash | null>(opening ? clashFrom(opening) : null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const isLeaving = useRef(false)
  const { now, keeper } = editing

  const submit = async (wanted: Omit<Input, 'operationId'>) => {
    const version = now.current
    if (isLeaving.current) return
    if ('title' in wanted && typeof wanted.title === 'string' && wanted.title.trim() === '')
      return setTrouble({ message: words.titleMissing, isSignedOut: false, field: 'title' })
    const focused = document.activeElement
    setTrouble(null)
    keeper.current?.stop()
    const answer = await save(wanted)
    const next = answer.status === 'done' ? leaveTo(answer.result) : null
    if (next) {
      isLeaving.current = true
      await editing.giveUp()
      editing.tellSaved()
      return leave(next)
    }
    keeper.current?.resume()
    if (answer.status === 'done') return
    if (answer.status === 'conflict') {
      // Such as that saving would merge a draft.
      editing.endNote()
      return setClash({ ...answer, mine: version, isDecided: false })
    }
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
    const { code, details } = answer
    const field = details.field === undefined ? undefined : String(details.field)
    const said = refusals[`field.${field}`] ?? refusals[`reason.${details.reason}`] ?? refusals[code] ?? code
    return { message: fill(said, details), isSignedOut: false, field }
  }
  const decide = (version: Partial<Version>, isDecided: boolean) => {
    editing.change(version)
    setClash((before) => before && { ...before, isDecided })
  }
  return { submit, isSaving, clash, endClash: () => setClash(null), decide, trouble }
}

/** A clash that nobody saved into: what is offered first counts as mine. */
function clashFrom(opening: Clashing): Clash {
  const { head, hunks } = opening
  const mine = { title: head.title, markdown: resolve(hunks, {}), baseId: head.id }
  return { ...opening, mine, isDecided: false }
}

function leave({ path, notice }: { path: string; notice: string }): void {
  // Not before: this page would say it itself.
  addEventListener('pagehide', () => sessionStorage.setItem('notice', notice), { once: true })
  location.assign(path)
}
