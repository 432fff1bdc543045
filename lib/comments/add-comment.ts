import { and, eq, isNull, or } from 'drizzle-orm'
import { v7 } from 'uuid'
import { z } from 'zod'
import { database, type Transaction } from '#db/client'
import { comment } from '#db/schema/comments'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { announceComment, tellOfComment } from './announce.ts'
import { CommentId, CommentTarget, CommentText } from './comment.ts'
import { requireTarget, type Target } from './find-target.ts'
import { mayComment } from './policy.ts'
import { renderComment } from './render-comment.ts'
import { writeText } from './write-text.ts'

export const AddComment = z.object({
  on: CommentTarget,
  /** The comment that this one answers; a reply to a reply joins the same thread. */
  parent: CommentId.nullish(),
  markdown: CommentText,
})
export type AddComment = z.infer<typeof AddComment>

/** Says something about a question, an answer or a correction, or in a thread below it. Throws Refusal: forbidden, not-found, invalid. */
export async function addComment(viewer: SignedIn, wanted: AddComment): Promise<{ comment: string }> {
  if (!mayComment(viewer)) throw new Refusal('forbidden', 'You may not comment here.')
  const id = v7()
  const wording = await renderComment(id, wanted.markdown)
  return database().transaction(async (tx) => {
    const target = await requireTarget(tx, wanted.on)
    const thread = wanted.parent ? await requireThread(tx, target, wanted.parent) : undefined
    const [made] = await tx
      .insert(comment)
      .values({ id, ...target.key, parentId: thread?.id ?? null, authorId: viewer.id })
      .returning({ shortId: comment.shortId })
    const named = await writeText(tx, { commentId: id, number: 1 }, wording)
    const others = [...(thread?.speakers ?? []), ...(target.targetAuthorId ? [target.targetAuthorId] : [])]
    await tellOfComment(tx, target, { actorId: viewer.id, commentId: id, named, others })
    await announceComment(tx, {
      actorId: viewer.id,
      action: 'comment.add',
      commentId: id,
      entryId: target.entryId,
    })
    return { comment: made!.shortId }
  })
}

/** The comment that a thread began with, and who spoke in it. */
async function requireThread(tx: Transaction, { key }: Target, shortId: string) {
  const [answered] = await tx.select().from(comment).where(eq(comment.shortId, shortId))
  const rootId = answered?.parentId ?? answered?.id
  const spoken = rootId
    ? await tx
        .select()
        .from(comment)
        .where(and(or(eq(comment.id, rootId), eq(comment.parentId, rootId)), isNull(comment.trashedAt)))
    : []
  const root = spoken.find(({ id }) => id === rootId)
  const isHere = Object.entries(key).every(([column, id]) => root?.[column as keyof typeof key] === id)
  if (!root || !isHere) throw new Refusal('not-found', 'There is no such comment here.')
  return { id: root.id, speakers: spoken.map(({ authorId }) => authorId) }
}
