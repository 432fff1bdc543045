import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '#db/client'
import { duplicate } from '#db/schema/duplicates'
import { recordEvent } from '#lib/audit/record'
import type { SignedIn } from '#lib/auth/viewer'
import { dropPages } from '#lib/pages/tags'
import { Refusal } from '#lib/refusal'
import { mayDecideDuplicate } from './policy.ts'

export const Decide = z.object({
  pair: z.uuid(),
  /** What the decider had before them; another by now is a conflict. */
  seen: z.enum(['proposed', 'confirmed', 'rejected']),
  /** `proposed` takes a decision back. */
  decision: z.enum(['proposed', 'confirmed', 'rejected']),
})
export type Decide = z.infer<typeof Decide>

/** Says for good whether two questions are the same; a rejected pair is not offered again. Throws Refusal: forbidden, not-found, conflict. */
export async function decideDuplicate(viewer: SignedIn, { pair, seen, decision }: Decide): Promise<void> {
  if (!mayDecideDuplicate(viewer)) throw new Refusal('forbidden', 'You may not decide this.')
  await database().transaction(async (tx) => {
    const [found] = await tx.select().from(duplicate).where(eq(duplicate.id, pair)).for('update')
    if (!found) throw new Refusal('not-found', 'There is no such pair.')
    if (found.state === decision) return
    if (found.state !== seen)
      throw new Refusal('conflict', 'Somebody decided this meanwhile.', { reason: 'decided' })
    const decided = decision !== 'proposed'
    await tx
      .update(duplicate)
      .set({
        state: decision,
        decidedBy: decided ? viewer.id : null,
        decidedAt: decided ? new Date() : null,
      })
      .where(eq(duplicate.id, pair))
    const action = { proposed: 'reopen', confirmed: 'confirm', rejected: 'reject' }[decision]
    await recordEvent(tx, {
      actorId: viewer.id,
      action: `duplicate.${action}`,
      objectKind: 'duplicate',
      objectId: pair,
      detail: { firstId: found.firstId, secondId: found.secondId },
    })
    await dropPages(tx, [`entry:${found.firstId}`, `entry:${found.secondId}`])
  })
}
