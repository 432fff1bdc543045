import { hasAtLeast } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'

/** Members talk. */
export function mayComment(viewer: Viewer): boolean {
  return hasAtLeast(viewer, 'member')
}

/** The words of a comment are its author's alone. */
export function mayEditComment(viewer: Viewer, comment: { authorId: string }): boolean {
  return hasAtLeast(viewer, 'member') && comment.authorId === viewer.id
}

/** A comment is put into the trash, and taken out of it, by its author and by admins. */
export function mayTrashComment(viewer: Viewer, comment: { authorId: string }): boolean {
  return mayEditComment(viewer, comment) || hasAtLeast(viewer, 'admin')
}

/** A thread is resolved by whoever began it, by the author of the answer or correction it is about, and by editors. */
export function mayResolveThread(
  viewer: Viewer,
  thread: { authorId: string; targetAuthorId: string | null },
): boolean {
  if (hasAtLeast(viewer, 'editor')) return true
  return hasAtLeast(viewer, 'member') && [thread.authorId, thread.targetAuthorId].includes(viewer.id)
}
