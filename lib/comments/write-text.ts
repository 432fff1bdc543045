import { and, eq, notInArray } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { commentText, mention } from '#db/schema/comments'
import type { Rendered } from '#lib/rendering/rendered'
import { findMentioned } from './mentions.ts'

type Wording = { commentId: string; number: number; markdown: string; rendered: Rendered }

/** Keeps a wording of a comment and whom it names; returns those who were not named before. */
export async function writeText(tx: Transaction, wording: Wording): Promise<string[]> {
  const { commentId, number, markdown, rendered } = wording
  await tx.insert(commentText).values({ commentId, number, markdown, html: rendered.html })
  const named = await findMentioned(tx, markdown)
  await tx
    .delete(mention)
    .where(
      and(
        eq(mention.commentId, commentId),
        named.length > 0 ? notInArray(mention.personId, named) : undefined,
      ),
    )
  if (named.length === 0) return []
  const added = await tx
    .insert(mention)
    .values(named.map((personId) => ({ commentId, personId })))
    .onConflictDoNothing()
    .returning({ personId: mention.personId })
  return added.map(({ personId }) => personId)
}
