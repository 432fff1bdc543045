import { useRef, useState } from 'react'
import { v4 } from 'uuid'
import type { ActionResult } from '#lib/entries/carry-out'

type Outcome<Result> = ActionResult<Result> | { status: 'unreachable' }
export type Clashing = Extract<ActionResult<never>, { status: 'conflict' }>

/** Sends a save as the person who opened the page; until the server has answered, the same sent again is the same save. */
export function useSave<Input extends { operationId: string }, Result>(
  personId: string,
  send: (input: Input & { personId: string }) => Promise<ActionResult<Result>>,
): { save: (wanted: Omit<Input, 'operationId'>) => Promise<Outcome<Result>>; isSaving: boolean } {
  const [isSaving, setSaving] = useState(false)
  const sent = useRef<{ what: string; operationId: string }>(null)
  const save = async (wanted: Omit<Input, 'operationId'>): Promise<Outcome<Result>> => {
    const what = JSON.stringify(wanted)
    if (sent.current?.what !== what) sent.current = { what, operationId: v4() }
    setSaving(true)
    try {
      const named = { ...wanted, personId, operationId: sent.current.operationId }
      // All of the input but its name, and the name.
      const answer = await send(named as Input & { personId: string })
      sent.current = null
      return answer
    } catch {
      // No network, no server, or one that answers with something else.
      return { status: 'unreachable' }
    } finally {
      setSaving(false)
    }
  }
  return { save, isSaving }
}
