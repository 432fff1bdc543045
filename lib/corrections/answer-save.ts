import { throttle } from '#lib/auth/throttle'
import type { Viewer } from '#lib/auth/viewer'
import { type ActionResult, carryOutUncounted } from '#lib/entries/carry-out'
import { Revise, type Saved } from '#lib/entries/revise'
import { statusOf } from '#lib/refusal'
import { saveText } from './save-text.ts'

/** What `POST /api/texts` says to this body: what came of the save, or why there was none, with a status that says the same. */
export async function answerSave(
  viewer: Viewer,
  given: unknown,
): Promise<{ status: number; body: ActionResult<Saved> }> {
  const body = await carryOutUncounted(viewer, Revise, given, (person, wanted) =>
    saveText(person, wanted, throttle('write', person.id)),
  )
  return { status: statusFor(viewer, body), body }
}

function statusFor({ id }: Viewer, answer: ActionResult<Saved>): number {
  if (answer.status === 'done') return 200
  if (answer.status === 'conflict') return statusOf('conflict')
  return answer.code === 'forbidden' && id === null ? 401 : statusOf(answer.code)
}
