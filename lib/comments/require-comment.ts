import { eq } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { comment } from '#db/schema/comments'
import { Refusal } from '#lib/refusal'
import { requireTargetOf, type Target } from './find-target.ts'

export type Found = Target &
  Pick<typeof comment.$inferSelect, 'id' | 'authorId' | 'parentId' | 'resolvedAt' | 'trashedAt'>

/** A comment that nobody else changes meanwhile, and what it is about. Throws Refusal: not-found. */
export async function requireComment(tx: Transaction, shortId: string): Promise<Found> {
  const [found] = await tx.select().from(comment).where(eq(comment.shortId, shortId)).for('no key update')
  if (!found) throw new Refusal('not-found', 'There is no such comment.')
  const { id, authorId, parentId, resolvedAt, trashedAt } = found
  return { ...(await requireTargetOf(tx, found)), id, authorId, parentId, resolvedAt, trashedAt }
}
