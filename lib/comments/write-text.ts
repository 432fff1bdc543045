import { and, eq, notInArray } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { commentText, mention } from '#db/schema/comments'
import type { Wording } from './render-comment.ts'

/** Keeps a wording of a comment and whom it names; returns those who were not named before. */
export async function writeText(
  tx: Transaction,
  at: { commentId: string; number: number },
  { markdown, html, personIds }: Wording,
): Promise<string[]> {
  const { commentId } = at
  await tx.insert(commentText).values({ ...at, markdown, html })
  const isGone = personIds.length > 0 ? notInArray(mention.personId, personIds) : undefined
  await tx.delete(mention).where(and(eq(mention.commentId, commentId), isGone))
  if (personIds.length === 0) return []
  const added = await tx
    .insert(mention)
    .values(personIds.map((personId) => ({ commentId, personId })))
    .onConflictDoNothing()
    .returning({ personId: mention.personId })
  return added.map(({ personId }) => personId)
}
