import { correctionPath } from '#lib/corrections/correction'
import type { Target } from '#lib/corrections/input'
import type { ActionResult } from '#lib/entries/carry-out'
import { amendCorrection, decideCorrection, proposeText } from '../_actions/corrections.ts'
import type { Reasons } from './reason-fields.tsx'

/** What a text from the editor becomes: a new correction, a new wording of one, or one accepted with changes. */
export type Sending =
  | { way: 'suggest'; target: Target; reportId: string | null; followsId: string | null }
  | { way: 'amend'; correctionId: string; shortId: string; rev: number }
  | { way: 'accept'; correctionId: string; shortId: string; rev: number; headRevisionId: string }

type Wanted = {
  operationId: string
  title: string | null
  markdown: string
  baseId: string
  reasons: Reasons
}

/** Sends a text that way; where it was taken, the page of the correction comes back. */
export function sendAs(sending: Sending): (wanted: Wanted) => Promise<ActionResult<{ path: string }>> {
  return async ({ operationId, title, markdown, baseId, reasons }) => {
    const text = { title, markdown, baseRevisionId: baseId }
    if (sending.way === 'suggest') {
      const { way: _, ...goal } = sending
      const answer = await proposeText({ ...text, ...goal, ...kept(reasons), operationId })
      return answer.status === 'done' ? to(answer.result.shortId) : answer
    }
    const { correctionId, shortId, rev } = sending
    const answer =
      sending.way === 'amend'
        ? await amendCorrection({ ...text, correctionId, rev, ...kept(reasons) })
        : await decideCorrection({
            verdict: 'accept-with-changes',
            correctionId,
            rev,
            headRevisionId: sending.headRevisionId,
            title,
            markdown,
            reason: reasons.rationale,
          })
    return answer.status === 'done' ? to(shortId) : answer
  }
}

const kept = ({ kind, rationale, evidence }: Reasons) => ({ kind, rationale, evidence })

const to = (shortId: string) => ({ status: 'done' as const, result: { path: correctionPath(shortId) } })
