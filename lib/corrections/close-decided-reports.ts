import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { correction, report } from '#db/schema/corrections'
import { notify } from '#lib/notifications/notify'

/** Closes those reports whose corrections are all decided, one at least; withdrawn ones decide nothing. Tells who made them. */
export async function closeDecidedReports(
  tx: Transaction,
  reportIds: (string | null)[],
  { actorId, entryId }: { actorId: string; entryId: string },
): Promise<void> {
  const ids = [...new Set(reportIds)].filter((id) => id !== null)
  if (ids.length === 0) return
  const of = sql`select from ${correction} where ${correction.reportId} = ${report.id} and ${correction.state}`
  const closed = await tx
    .update(report)
    .set({ closedAt: sql`now()`, closedBy: actorId })
    .where(
      and(
        inArray(report.id, ids),
        isNull(report.closedAt),
        sql`not exists (${of} = 'open')`,
        sql`exists (${of} in ('accepted', 'rejected', 'superseded'))`,
      ),
    )
    .returning({ id: report.id, authorId: report.authorId })
  for (const { id, authorId } of closed)
    await notify(tx, { to: [authorId], kind: 'report_closed', actorId, entryId, reportId: id })
}

/** Opens a report again that was closed. */
export async function reopenReport(tx: Transaction, id: string): Promise<void> {
  await tx.update(report).set({ closedAt: null, closedBy: null, reason: '' }).where(eq(report.id, id))
}
