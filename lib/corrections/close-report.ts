import { and, eq, isNull, sql } from 'drizzle-orm'
import { database } from '#db/client'
import { report } from '#db/schema/corrections'
import type { SignedIn } from '#lib/auth/viewer'
import { notify } from '#lib/notifications/notify'
import { Refusal } from '#lib/refusal'
import { announceCorrection } from './announce.ts'
import type { CloseReport } from './input.ts'
import { mayCloseReport } from './policy.ts'
import { subjectOf } from './require-correction.ts'
import { requireTarget } from './require-target.ts'

/** Closes a report without a correction, with a reason. Throws Refusal: not-found, forbidden; conflict where it is closed already. */
export async function closeReport(viewer: SignedIn, { reportId, reason }: CloseReport): Promise<void> {
  const db = database()
  const [row] = await db
    .select({ entryId: report.entryId, answerId: report.answerId, authorId: report.authorId })
    .from(report)
    .where(eq(report.id, reportId))
  if (!row) throw new Refusal('not-found', 'There is no such report.')
  const head = await requireTarget(db, subjectOf(row))
  if (!mayCloseReport(viewer, { authorId: row.authorId, target: head }))
    throw new Refusal('forbidden', 'You may not close this report.')
  await db.transaction(async (tx) => {
    const closed = await tx
      .update(report)
      .set({ closedAt: sql`now()`, closedBy: viewer.id, reason })
      .where(and(eq(report.id, reportId), isNull(report.closedAt)))
      .returning({ id: report.id })
    if (closed.length === 0) throw new Refusal('conflict', 'This report is closed already.')
    await notify(tx, {
      to: [row.authorId],
      kind: 'report_closed',
      actorId: viewer.id,
      entryId: head.entryId,
      reportId,
    })
    await announceCorrection(tx, head, { actorId: viewer.id, action: 'report.close', objectId: reportId })
  })
}
