import { eq } from 'drizzle-orm'
import { database } from '#db/client'
import { revision } from '#db/schema/revisions'
import { announceCorrection } from './announce.ts'
import { closeDecidedReports } from './close-decided-reports.ts'
import type { Target } from './input.ts'
import { listFulfilled } from './list-fulfilled.ts'
import { lockText } from './lock-text.ts'
import { requireTarget } from './require-target.ts'
import { supersede } from './supersede.ts'

/**
 * Closes the open corrections of a text that an edit has fulfilled. For after a text was saved by any other way than an acceptance;
 * done twice it does nothing. How many it closed. Throws Refusal `not-found`.
 */
export async function settleCorrections(target: Target): Promise<number> {
  const db = database()
  const head = await requireTarget(db, target)
  const fulfilled = await listFulfilled(db, target, head)
  if (fulfilled.length === 0) return 0
  const actorId = await findAuthor(head.headId)
  await db.transaction(async (tx) => {
    await lockText(tx, target, head.entryId)
    // Saved again meanwhile: whoever did that looks at them.
    if ((await requireTarget(tx, target)).headId !== head.headId) return
    const by = { revisionId: head.headId, actorId, entryId: head.entryId }
    await supersede(tx, fulfilled, by)
    const reportIds = fulfilled.map(({ reportId }) => reportId)
    await closeDecidedReports(tx, reportIds, by)
    for (const { id } of fulfilled)
      await announceCorrection(tx, head, { actorId, action: 'correction.supersede', objectId: id })
  })
  return fulfilled.length
}

async function findAuthor(revisionId: string): Promise<string> {
  const [row] = await database()
    .select({ authorId: revision.authorId })
    .from(revision)
    .where(eq(revision.id, revisionId))
  return row!.authorId
}
