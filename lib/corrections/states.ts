import { Refusal } from '#lib/refusal'
import type { CorrectionState } from './correction.ts'

/** What can be done to a correction. */
export type Move =
  | 'amend'
  | 'support'
  | 'accept'
  | 'accept-part'
  | 'reject'
  | 'withdraw'
  | 'supersede'
  | 'undo'
  | 'confirm'
  | 'reopen'

/** The table of states: what each move leads to; a move that is not named is refused. */
export const moves: Record<CorrectionState, Partial<Record<Move, CorrectionState>>> = {
  open: {
    amend: 'open',
    support: 'open',
    accept: 'accepted',
    'accept-part': 'open',
    reject: 'rejected',
    withdraw: 'withdrawn',
    supersede: 'superseded',
    // A part of it may have been accepted already.
    undo: 'open',
  },
  accepted: { undo: 'accepted', confirm: 'accepted', reopen: 'open' },
  rejected: {},
  withdrawn: {},
  superseded: {},
}

/** The state after a move. Throws Refusal `conflict`, naming the state, where the move is not possible. */
export function stateAfter(state: CorrectionState, move: Move): CorrectionState {
  const next = moves[state][move]
  if (!next) throw new Refusal('conflict', `This correction is ${state}.`, { state })
  return next
}
