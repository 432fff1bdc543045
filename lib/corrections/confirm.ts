import { and, eq, inArray, sql } from 'drizzle-orm'
import { database, type Transaction } from '#db/client'
import { correction, correctionStep, report } from '#db/schema/corrections'
import type { SignedIn } from '#lib/auth/viewer'
import { notify } from '#lib/notifications/notify'
import { Refusal } from '#lib/refusal'
import { announceCorrection } from './announce.ts'
import { reopenReport } from './close-decided-reports.ts'
import type { Confirm } from './input.ts'
import { lockText } from './lock-text.ts'
import { mayConfirm } from './policy.ts'
import { type Found, judged, listOpenOf, requireCorrection } from './require-correction.ts'
import { stateAfter } from './states.ts'

/**
 * Says whether what was accepted is right now. "Reversed" opens the correction and its report again, unless its author has another
 * one of that text open by now: then that one goes on, and only the report is opened. Throws Refusal: not-found, forbidden, conflict.
 */
export async function confirm(
  viewer: SignedIn,
  { correctionId, confirmation, reason }: Confirm,
): Promise<{ reopened: boolean }> {
  const { subject, head } = await requireCorrection(database(), correctionId)
  return database().transaction(async (tx) => {
    await lockText(tx, subject, head.entryId)
    const found = await requireCorrection(tx, correctionId)
    stateAfter(found.state, 'confirm')
    if (!mayConfirm(viewer, judged(found, found.head), await findReporter(tx, found)))
      throw new Refusal('forbidden', 'Only whoever reported it confirms it.')
    const step = {
      correctionId,
      rev: found.rev,
      headRevisionId: found.head.headId,
      actorId: viewer.id,
      reason,
    }
    await tx.insert(correctionStep).values({ ...step, kind: 'confirmed', confirmation })
    const reopened = confirmation === 'reversed' && (await reopen(tx, found, step))
    await notify(tx, {
      to: await listDeciders(tx, found),
      kind: 'correction_decided',
      actorId: viewer.id,
      entryId: found.head.entryId,
      correctionId,
      detail: { state: 'confirmed', confirmation },
    })
    await announceCorrection(tx, found.head, {
      actorId: viewer.id,
      action: 'correction.confirm',
      objectId: correctionId,
      detail: { confirmation },
    })
    return { reopened }
  })
}

type Step = Pick<
  typeof correctionStep.$inferInsert,
  'correctionId' | 'rev' | 'headRevisionId' | 'actorId' | 'reason'
>

async function reopen(tx: Transaction, found: Found, step: Step): Promise<boolean> {
  if (found.reportId) await reopenReport(tx, found.reportId)
  const open = await listOpenOf(tx, found.subject)
  if (open.some(({ authorId }) => authorId === found.authorId)) return false
  const state = stateAfter(found.state, 'reopen')
  await tx.insert(correctionStep).values({ ...step, kind: 'reopened' })
  await tx.update(correction).set({ state, changedAt: sql`now()` }).where(eq(correction.id, found.id))
  return true
}

async function findReporter(tx: Transaction, { reportId }: Found): Promise<string | null> {
  if (!reportId) return null
  const [row] = await tx.select({ authorId: report.authorId }).from(report).where(eq(report.id, reportId))
  return row?.authorId ?? null
}

async function listDeciders(tx: Transaction, { id, authorId }: Found): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: correctionStep.actorId })
    .from(correctionStep)
    .where(
      and(eq(correctionStep.correctionId, id), inArray(correctionStep.kind, ['accepted', 'accepted_part'])),
    )
  return [authorId, ...rows.map((row) => row.id)]
}
