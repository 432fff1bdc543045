import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '#db/client'
import { comment } from '#db/schema/comments'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { announceComment } from './announce.ts'
import { CommentId } from './comment.ts'
import { mayTrashComment } from './policy.ts'
import { requireComment } from './require-comment.ts'

export const TrashComment = z.object({ comment: CommentId, isTrashed: z.boolean() })
export type TrashComment = z.infer<typeof TrashComment>

/** Puts a comment into the trash, or takes it out again. Throws Refusal: not-found, forbidden. */
export async function trashComment(viewer: SignedIn, wanted: TrashComment): Promise<void> {
  await database().transaction(async (tx) => {
    const found = await requireComment(tx, wanted.comment)
    if (!mayTrashComment(viewer, found)) throw new Refusal('forbidden', 'You may not delete this comment.')
    if (Boolean(found.trashedAt) === wanted.isTrashed) return
    await tx
      .update(comment)
      .set({ trashedAt: wanted.isTrashed ? new Date() : null })
      .where(eq(comment.id, found.id))
    await announceComment(tx, {
      actorId: viewer.id,
      action: wanted.isTrashed ? 'comment.trash' : 'comment.restore',
      commentId: found.id,
      entryId: found.entryId,
    })
  })
}
