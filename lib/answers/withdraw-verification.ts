import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '#db/client'
import { answer } from '#db/schema/entries'
import { verification } from '#db/schema/votes'
import { recordEvent } from '#lib/audit/record'
import type { SignedIn } from '#lib/auth/viewer'
import { dropPages } from '#lib/pages/tags'
import { Refusal } from '#lib/refusal'
import { mayWithdrawVerification } from './policy.ts'

export const WithdrawVerification = z.object({ verification: z.uuid() })

/** Takes back a stamp that one gave; its row stays. Taken back twice it stays as it is. Throws Refusal: not-found, forbidden. */
export async function withdrawVerification(
  viewer: SignedIn,
  wanted: z.infer<typeof WithdrawVerification>,
): Promise<void> {
  await database().transaction(async (tx) => {
    const [found] = await tx
      .select({
        id: verification.id,
        personId: verification.personId,
        entryId: sql<string>`coalesce(${verification.entryId}, ${answer.entryId})`,
        withdrawnAt: verification.withdrawnAt,
      })
      .from(verification)
      .leftJoin(answer, eq(answer.id, verification.answerId))
      .where(eq(verification.id, wanted.verification))
      .for('update', { of: verification })
    if (!found) throw new Refusal('not-found', 'There is no such verification.')
    if (!mayWithdrawVerification(viewer, found))
      throw new Refusal('forbidden', 'You may not withdraw this verification.')
    if (found.withdrawnAt) return
    await tx.update(verification).set({ withdrawnAt: new Date() }).where(eq(verification.id, found.id))
    await recordEvent(tx, {
      actorId: viewer.id,
      action: 'text.withdraw-verification',
      objectKind: 'verification',
      objectId: found.id,
    })
    await dropPages(tx, [`entry:${found.entryId}`])
  })
}
