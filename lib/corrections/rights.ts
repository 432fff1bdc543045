import type { Viewer } from '#lib/auth/viewer'
import {
  type Judged,
  mayAccept,
  mayAmend,
  mayConfirm,
  mayReject,
  maySupport,
  mayUndo,
  mayWithdraw,
} from './policy.ts'

type Situation = { editors: number; conflicting: boolean; reporterId: string | null }

/** What a viewer may do about a correction, for pages that offer it; the verbs ask again. */
export function rightsOf(
  viewer: Viewer,
  correction: Judged,
  { editors, conflicting, reporterId }: Situation,
) {
  return {
    accept: mayAccept(viewer, correction, editors),
    reject: mayReject(viewer, correction),
    withdraw: mayWithdraw(viewer, correction),
    amend: mayAmend(viewer, correction, { conflicting }),
    support: maySupport(viewer, correction),
    undo: mayUndo(viewer, correction),
    confirm: mayConfirm(viewer, correction, reporterId),
    /** An editor without a second pair of eyes: somebody else must accept this. */
    needsAnother:
      viewer.id === correction.authorId &&
      mayUndo(viewer, correction) &&
      !mayAccept(viewer, correction, editors),
  }
}
