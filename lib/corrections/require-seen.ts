import { Refusal } from '#lib/refusal'
import type { Found } from './require-correction.ts'
import { type Move, stateAfter } from './states.ts'

/**
 * Lets a move through only on the rev and the head that its maker had before them; the next state. Throws Refusal `conflict` with
 * the state, rev and version there is by now.
 */
export function requireSeen(
  correction: Found,
  seen: { rev: number; headRevisionId?: string },
  move: Move,
): ReturnType<typeof stateAfter> {
  const next = stateAfter(correction.state, move)
  const { rev, head } = correction
  if (rev !== seen.rev || (seen.headRevisionId && seen.headRevisionId !== head.headId))
    throw new Refusal('conflict', 'This has changed while you were reading.', {
      reason: 'moved',
      state: correction.state,
      rev,
      head: head.number,
    })
  return next
}
