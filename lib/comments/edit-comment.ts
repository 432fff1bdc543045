import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '#db/client'
import { comment, commentText } from '#db/schema/comments'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { announceComment, tellOfComment } from './announce.ts'
import { CommentId, CommentText } from './comment.ts'
import { mayEditComment } from './policy.ts'
import { renderComment } from './render-comment.ts'
import { requireComment } from './require-comment.ts'
import { writeText } from './write-text.ts'

export const EditComment = z.object({ comment: CommentId, markdown: CommentText })
export type EditComment = z.infer<typeof EditComment>

/** Gives a comment another wording; every earlier one is kept. Only who is newly named is told. Throws Refusal: not-found, forbidden, invalid. */
export async function editComment(viewer: SignedIn, wanted: EditComment): Promise<void> {
  const [known] = await database()
    .select({ id: comment.id })
    .from(comment)
    .where(eq(comment.shortId, wanted.comment))
  if (!known) throw new Refusal('not-found', 'There is no such comment.')
  const wording = await renderComment(known.id, wanted.markdown)
  await database().transaction(async (tx) => {
    const found = await requireComment(tx, wanted.comment)
    if (found.trashedAt) throw new Refusal('not-found', 'This comment is in the trash.')
    if (!mayEditComment(viewer, found)) throw new Refusal('forbidden', 'You may not edit this comment.')
    const [last] = await tx
      .select({ number: commentText.number, markdown: commentText.markdown })
      .from(commentText)
      .where(eq(commentText.commentId, found.id))
      .orderBy(desc(commentText.number))
      .limit(1)
    if (last?.markdown === wording.markdown) return
    const number = (last?.number ?? 0) + 1
    const named = await writeText(tx, { commentId: found.id, number }, wording)
    const event = { actorId: viewer.id, commentId: found.id }
    await tellOfComment(tx, found, { ...event, named, others: [] })
    await announceComment(tx, { ...event, action: 'comment.edit', entryId: found.entryId })
  })
}
