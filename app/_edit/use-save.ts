import { useRef, useState } from 'react'
import { v4 } from 'uuid'
import { saveText } from '../_actions/texts.ts'
import type { ActionResult } from '../_actions/viewer-action.ts'
import type { Version } from './version.ts'

type Wanted = Version & { kind: 'entry' | 'answer'; id: string; summary: string; minor: boolean }
type Outcome = Awaited<ReturnType<typeof saveText>> | { status: 'unreachable' }
export type Clashing = Extract<ActionResult<never>, { status: 'conflict' }>

/** Sends a save; until the server has answered, the same text sent again is the same save. */
export function useSave(): { save: (wanted: Wanted) => Promise<Outcome>; isSaving: boolean } {
  const [isSaving, setSaving] = useState(false)
  const sent = useRef<{ what: string; operationId: string }>(null)
  const save = async (wanted: Wanted): Promise<Outcome> => {
    const what = JSON.stringify(wanted)
    if (sent.current?.what !== what) sent.current = { what, operationId: v4() }
    setSaving(true)
    try {
      const answer = await saveText({ ...wanted, operationId: sent.current.operationId })
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
