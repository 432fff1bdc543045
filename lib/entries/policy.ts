import { hasAtLeast } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'

/** Editors edit any text; members the answers that they wrote. An imported answer is nobody's own. */
export function mayEdit(
  viewer: Viewer,
  text: { authorId: string | null; origin: 'import' | 'person' | null },
): boolean {
  if (hasAtLeast(viewer, 'editor')) return true
  return hasAtLeast(viewer, 'member') && text.origin === 'person' && text.authorId === viewer.id
}

/** Members ask and answer. */
export function mayAnswer(viewer: Viewer): boolean {
  return hasAtLeast(viewer, 'member')
}

/** Tags and other names are set by editors, and by whoever asked the question; an import is nobody's own. */
export function mayName(viewer: Viewer, question: { createdBy: string }): boolean {
  return hasAtLeast(viewer, 'editor') || (hasAtLeast(viewer, 'member') && question.createdBy === viewer.id)
}

/** Renaming and merging a tag changes every question that carries it. */
export function mayRenameTags(viewer: Viewer): boolean {
  return hasAtLeast(viewer, 'editor')
}
