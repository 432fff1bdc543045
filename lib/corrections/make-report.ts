import { and, eq } from 'drizzle-orm'
import { database } from '#db/client'
import { report } from '#db/schema/corrections'
import type { SignedIn } from '#lib/auth/viewer'
import { notify } from '#lib/notifications/notify'
import { Refusal } from '#lib/refusal'
import { announceCorrection } from './announce.ts'
import type { MakeReport } from './input.ts'
import { listOwners } from './people-queries.ts'
import { mayReport } from './policy.ts'
import { requireBase, requireTarget } from './require-target.ts'

/** Says what is wrong about a passage, without a text to replace it; the same operation again is the same report. Throws Refusal: not-found, forbidden. */
export async function makeReport(
  viewer: SignedIn,
  { operationId, target, revisionId, ...words }: MakeReport,
): Promise<{ id: string; shortId: string }> {
  if (!mayReport(viewer)) throw new Refusal('forbidden', 'Only members report what is wrong.')
  const db = database()
  const head = await requireTarget(db, target)
  await requireBase(target, revisionId)
  return db.transaction(async (tx) => {
    const [made] = await tx
      .insert(report)
      .values({ id: operationId, [`${target.kind}Id`]: target.id, revisionId, authorId: viewer.id, ...words })
      .onConflictDoNothing()
      .returning({ id: report.id, shortId: report.shortId })
    if (!made) {
      const [earlier] = await tx
        .select({ id: report.id, shortId: report.shortId })
        .from(report)
        .where(and(eq(report.id, operationId), eq(report.authorId, viewer.id)))
      if (!earlier) throw new Refusal('conflict', 'This was sent already.', { reason: 'sent' })
      return earlier
    }
    await notify(tx, {
      to: await listOwners(tx, head),
      kind: 'report_made',
      actorId: viewer.id,
      entryId: head.entryId,
      ...(target.kind === 'answer' && { answerId: target.id }),
      reportId: made.id,
    })
    await announceCorrection(tx, head, {
      actorId: viewer.id,
      action: 'report.make',
      objectId: made.id,
      detail: { kind: words.kind },
    })
    return made
  })
}
