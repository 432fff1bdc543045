import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { correction, correctionStep } from '#db/schema/corrections'
import { notify } from '#lib/notifications/notify'
import { Refusal } from '#lib/refusal'
import { announceCorrection } from './announce.ts'
import { closeDecidedReports } from './close-decided-reports.ts'
import type { Decide } from './input.ts'
import { listConcerned } from './people-queries.ts'
import type { Found } from './require-correction.ts'

type Rejection = Extract<Decide, { verdict: 'reject' }>

/** Writes a rejection in the caller's transaction, which has locked the text and checked what was seen. Throws Refusal `invalid`. */
export async function reject(
  tx: Transaction,
  found: Found,
  { rejection, reason, duplicateOf }: Rejection,
  actorId: string,
): Promise<void> {
  const { id, rev, head } = found
  const { entryId } = head
  await tx.insert(correctionStep).values({
    correctionId: id,
    kind: 'rejected',
    rev,
    headRevisionId: head.headId,
    rejection,
    duplicateOfId: rejection === 'duplicate' ? await requireOther(tx, id, duplicateOf) : null,
    reason,
    actorId,
  })
  await tx.update(correction).set({ state: 'rejected', changedAt: sql`now()` }).where(eq(correction.id, id))
  await closeDecidedReports(tx, [found.reportId], { actorId, entryId })
  await notify(tx, {
    to: await listConcerned(tx, found),
    kind: 'correction_decided',
    actorId,
    entryId,
    correctionId: id,
    detail: { state: 'rejected', rejection },
  })
  await announceCorrection(tx, head, {
    actorId,
    action: 'correction.reject',
    objectId: id,
    detail: { rev, rejection },
  })
}

async function requireOther(tx: Transaction, id: string, shortId: string | null): Promise<string> {
  const [other] = await tx
    .select({ id: correction.id })
    .from(correction)
    .where(eq(correction.shortId, shortId ?? ''))
  if (!other || other.id === id)
    throw new Refusal('invalid', 'There is no such other correction.', { reason: 'duplicate-of' })
  return other.id
}
