import { eq, sql } from 'drizzle-orm'
import { database } from '#db/client'
import { correction, correctionStep } from '#db/schema/corrections'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { announceCorrection } from './announce.ts'
import { closeDecidedReports } from './close-decided-reports.ts'
import type { Withdraw } from './input.ts'
import { lockText } from './lock-text.ts'
import { mayWithdraw } from './policy.ts'
import { judged, requireCorrection } from './require-correction.ts'
import { requireSeen } from './require-seen.ts'

/** Takes one's own open correction back, for good. Throws Refusal: not-found, forbidden, conflict. */
export async function withdraw(viewer: SignedIn, wanted: Withdraw): Promise<void> {
  const db = database()
  const { subject, head } = await requireCorrection(db, wanted.correctionId)
  await db.transaction(async (tx) => {
    await lockText(tx, subject, head.entryId)
    const now = await requireCorrection(tx, wanted.correctionId)
    if (!mayWithdraw(viewer, { ...judged(now, now.head), state: 'open' }))
      throw new Refusal('forbidden', 'Only its author withdraws a correction.')
    const state = await requireSeen(tx, now, wanted, 'withdraw')
    const step = { correctionId: now.id, kind: 'withdrawn' as const, rev: now.rev, actorId: viewer.id }
    await tx.insert(correctionStep).values({ ...step, headRevisionId: now.head.headId })
    await tx.update(correction).set({ state, changedAt: sql`now()` }).where(eq(correction.id, now.id))
    await closeDecidedReports(tx, [now.reportId], { actorId: viewer.id, entryId: now.head.entryId })
    await announceCorrection(tx, now.head, {
      actorId: viewer.id,
      action: 'correction.withdraw',
      objectId: now.id,
      detail: { rev: now.rev },
    })
  })
}
