import { hasAtLeast } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'
import { mayEdit } from '#lib/entries/policy'
import { type CorrectionKind, type CorrectionState, isClaim, isSmall } from './correction.ts'

/** Whose text it is: `origin` is null for questions, which are nobody's own. */
export type Owned = { authorId: string | null; origin: 'import' | 'person' | null }
/** What rights depend on, of a correction and its text. */
export type Judged = { authorId: string; kind: CorrectionKind; state: CorrectionState; target: Owned }

/** Members propose changes to any text. */
export const mayPropose = (viewer: Viewer): boolean => isMember(viewer)

/** Members say what is wrong with any text. */
export const mayReport = (viewer: Viewer): boolean => isMember(viewer)

/** Members say that they found the same, not of their own. */
export const maySupport = (viewer: Viewer, { authorId, state }: Judged): boolean =>
  isMember(viewer) && viewer.id !== authorId && state === 'open'

/** Editors decide on any text, people on the answers that they wrote; nobody on their own claim while there are two editors. */
export function mayAccept(viewer: Viewer, correction: Judged, editors: number): boolean {
  if (correction.state !== 'open' || !mayJudge(viewer, correction.target)) return false
  return viewer.id !== correction.authorId || !isClaim(correction.kind) || editors < 2
}

/** The same people, never on what they proposed themselves: that is withdrawn. */
export const mayReject = (viewer: Viewer, { state, authorId, target }: Judged): boolean =>
  state === 'open' && mayJudge(viewer, target) && viewer.id !== authorId

export const mayWithdraw = (viewer: Viewer, { state, authorId }: Judged): boolean =>
  isMember(viewer) && state === 'open' && viewer.id === authorId

/** Its author words an open correction anew; whoever may judge it too, where it no longer goes together with its text. */
export function mayAmend(
  viewer: Viewer,
  correction: Judged,
  { conflicting }: { conflicting: boolean },
): boolean {
  if (mayWithdraw(viewer, correction)) return true
  return conflicting && correction.state === 'open' && mayJudge(viewer, correction.target)
}

/** Letters that a slip may take away and add, together: more is a new text under another name. */
const slip = 60

/** Two people who say the same apply it themselves, where it is no more than a slip or a matter of form. */
export const mayApplyTogether = (kind: CorrectionKind, lettersChanged: number): boolean =>
  isSmall(kind) && lettersChanged <= slip

/** Whoever may edit the text takes an accepted correction out of it again. */
export const mayUndo = (viewer: Viewer, { state, target }: Judged): boolean =>
  (state === 'accepted' || state === 'open') && mayJudge(viewer, target)

/** Whoever reported what was wrong says whether it is right now; where nobody did, whoever proposed it. */
export const mayConfirm = (viewer: Viewer, { state, authorId }: Judged, reporterId: string | null): boolean =>
  isMember(viewer) && state === 'accepted' && viewer.id === (reporterId ?? authorId)

/** Editors close a report, and so do its author and the author of the answer that it is about. */
export const mayCloseReport = (viewer: Viewer, report: { authorId: string; target: Owned }): boolean =>
  isMember(viewer) && (viewer.id === report.authorId || mayJudge(viewer, report.target))

const isMember = (viewer: Viewer): viewer is Viewer & { id: string } =>
  viewer.id !== null && hasAtLeast(viewer, 'member')

const mayJudge = (viewer: Viewer, target: Owned): boolean => viewer.id !== null && mayEdit(viewer, target)
