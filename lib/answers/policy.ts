import { hasAtLeast } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'

/** Members vote, but not on what they wrote themselves. An imported answer is nobody's own. */
export function mayVote(viewer: Viewer, answer: { authorId: string; origin: 'import' | 'person' }): boolean {
  return hasAtLeast(viewer, 'member') && !(answer.origin === 'person' && answer.authorId === viewer.id)
}

/** Editors say which answer is the standard one. */
export function mayChooseStandard(viewer: Viewer): boolean {
  return hasAtLeast(viewer, 'editor')
}

/** Members say which one they would choose; editors choose. */
export function mayProposeStandard(viewer: Viewer): boolean {
  return hasAtLeast(viewer, 'member')
}

/** Members say what they checked, also of what they wrote: the stamp names them. */
export function mayVerify(viewer: Viewer): boolean {
  return hasAtLeast(viewer, 'member')
}

/** A stamp is taken back by whoever gave it. */
export function mayWithdrawVerification(viewer: Viewer, verification: { personId: string }): boolean {
  return hasAtLeast(viewer, 'member') && verification.personId === viewer.id
}
