import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '#db/client'
import { comment } from '#db/schema/comments'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { announceComment } from './announce.ts'
import { CommentId } from './comment.ts'
import { mayResolveThread } from './policy.ts'
import { requireComment } from './require-comment.ts'

export const ResolveThread = z.object({
  /** The comment that the thread began with. */
  comment: CommentId,
  isResolved: z.boolean(),
})
export type ResolveThread = z.infer<typeof ResolveThread>

/** Says that a thread is settled, or open again. Throws Refusal: not-found, forbidden, invalid for a reply. */
export async function resolveThread(viewer: SignedIn, wanted: ResolveThread): Promise<void> {
  await database().transaction(async (tx) => {
    const found = await requireComment(tx, wanted.comment)
    if (found.trashedAt) throw new Refusal('not-found', 'This comment is in the trash.')
    if (found.parentId) throw new Refusal('invalid', 'Only whole threads are resolved.')
    if (!mayResolveThread(viewer, found)) throw new Refusal('forbidden', 'You may not resolve this thread.')
    if (Boolean(found.resolvedAt) === wanted.isResolved) return
    await tx
      .update(comment)
      .set(
        wanted.isResolved
          ? { resolvedAt: new Date(), resolvedBy: viewer.id }
          : { resolvedAt: null, resolvedBy: null },
      )
      .where(eq(comment.id, found.id))
    await announceComment(tx, {
      actorId: viewer.id,
      action: wanted.isResolved ? 'comment.resolve' : 'comment.reopen',
      commentId: found.id,
      entryId: found.entryId,
    })
  })
}
