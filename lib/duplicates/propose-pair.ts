import { and, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '#db/client'
import { duplicate } from '#db/schema/duplicates'
import { entry } from '#db/schema/entries'
import { recordEvent } from '#lib/audit/record'
import type { SignedIn } from '#lib/auth/viewer'
import { dropPages } from '#lib/pages/tags'
import { Refusal } from '#lib/refusal'
import { confirmDuplicate } from './confirm-duplicate.ts'
import { inOrder } from './find-pairs.ts'
import { mayDecideDuplicate, mayProposeDuplicate } from './policy.ts'

const ShortId = z.string().regex(/^[0-9a-z]{1,20}$/)
export const ProposePair = z.object({ one: ShortId, other: ShortId })
export type ProposePair = z.infer<typeof ProposePair>

/**
 * "These are the same question": for editors to decide, and decided where an editor says it. Saying it again changes nothing. Throws
 * Refusal: forbidden, invalid (with itself), not-found, conflict (editors have said that they are not).
 */
export async function proposePair(
  viewer: SignedIn,
  { one, other }: ProposePair,
): Promise<{ state: 'proposed' | 'confirmed' }> {
  if (!mayProposeDuplicate(viewer)) throw new Refusal('forbidden', 'You may not propose this.')
  if (one === other) throw new Refusal('invalid', 'A question is not its own duplicate.')
  return database().transaction(async (tx) => {
    const found = await tx
      .select({ id: entry.id })
      .from(entry)
      .where(and(inArray(entry.shortId, [one, other]), isNull(entry.trashedAt)))
      .for('share')
    const [a, b] = found
    if (!a || !b) throw new Refusal('not-found', 'There is no such question.')
    const { firstId, secondId } = inOrder(a.id, b.id)
    const pair = and(eq(duplicate.firstId, firstId), eq(duplicate.secondId, secondId))
    await tx.insert(duplicate).values({ firstId, secondId, proposedBy: viewer.id }).onConflictDoNothing()
    const [standing] = await tx
      .select({ id: duplicate.id, state: duplicate.state })
      .from(duplicate)
      .where(pair)
      .for('update')
    const decides = mayDecideDuplicate(viewer)
    if (standing?.state === 'rejected' && !decides)
      throw new Refusal('conflict', 'An editor has said that these are different questions.', {
        reason: 'rejected',
      })
    if (decides) await confirmDuplicate(tx, viewer.id, firstId, secondId)
    await recordEvent(tx, {
      actorId: viewer.id,
      action: decides ? 'duplicate.confirm' : 'duplicate.propose',
      objectKind: 'duplicate',
      objectId: standing!.id,
      detail: { firstId, secondId },
    })
    await dropPages(tx, [`entry:${firstId}`, `entry:${secondId}`])
    return { state: decides || standing?.state === 'confirmed' ? 'confirmed' : 'proposed' }
  })
}
