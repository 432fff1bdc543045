import { hasAtLeast } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'

/** Members vote, but not on what they wrote themselves. An imported answer is nobody's own. */
export function mayVote(viewer: Viewer, answer: { authorId: string; origin: 'import' | 'person' }): boolean {
  return hasAtLeast(viewer, 'member') && !(answer.origin === 'person' && answer.authorId === viewer.id)
}
