import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { database, type Transaction } from '#db/client'
import { answer, entry } from '#db/schema/entries'
import { standardAnswer, standardProposal } from '#db/schema/votes'
import { recordEvent } from '#lib/audit/record'
import type { SignedIn } from '#lib/auth/viewer'
import { notify } from '#lib/notifications/notify'
import { dropPages } from '#lib/pages/tags'
import { Refusal } from '#lib/refusal'
import { ShortId } from './input.ts'
import { mayChooseStandard } from './policy.ts'
import { requireAnswer } from './require-answer.ts'

export const ChooseStandard = z.object({
  /** The answer's short id. */
  answer: ShortId,
  /** The wording that is meant. */
  revisionId: z.uuid(),
  isStandard: z.boolean(),
})
export type ChooseStandard = z.infer<typeof ChooseStandard>

/**
 * Puts an answer first in its entry, in place of any other, or no longer. Returns what was the standard answer before, for undoing.
 * Throws Refusal: not-found, forbidden.
 */
export async function chooseStandard(
  viewer: SignedIn,
  wanted: ChooseStandard,
): Promise<{ before: ChooseStandard }> {
  if (!mayChooseStandard(viewer)) throw new Refusal('forbidden', 'You may not choose the standard answer.')
  return database().transaction(async (tx) => {
    const { id: answerId, entryId } = await requireAnswer(tx, wanted)
    const before = await findForUpdate(tx, entryId)
    const { isStandard, revisionId } = wanted
    if (isStandard) await keep(tx, { entryId, answerId, revisionId, chosenBy: viewer.id })
    else
      await tx
        .delete(standardAnswer)
        .where(and(eq(standardAnswer.entryId, entryId), eq(standardAnswer.answerId, answerId)))
    await recordEvent(tx, {
      actorId: viewer.id,
      action: isStandard ? 'answer.make-standard' : 'answer.unmake-standard',
      objectKind: 'answer',
      objectId: answerId,
      detail: { revisionId },
    })
    if (isStandard) await tellProposers(tx, { actorId: viewer.id, entryId, answerId })
    await dropPages(tx, [`entry:${entryId}`])
    return { before: before ? { ...before, isStandard: true } : { ...wanted, isStandard: false } }
  })
}

/** The lock on the entry puts two choices at once one after the other. */
async function findForUpdate(tx: Transaction, entryId: string) {
  await tx.select({ id: entry.id }).from(entry).where(eq(entry.id, entryId)).for('no key update')
  const [found] = await tx
    .select({ answer: answer.shortId, revisionId: standardAnswer.revisionId })
    .from(standardAnswer)
    .innerJoin(answer, eq(answer.id, standardAnswer.answerId))
    .where(eq(standardAnswer.entryId, entryId))
  return found
}

async function keep(tx: Transaction, row: typeof standardAnswer.$inferInsert): Promise<void> {
  const set = { ...row, at: new Date() }
  await tx.insert(standardAnswer).values(set).onConflictDoUpdate({ target: standardAnswer.entryId, set })
}

async function tellProposers(
  tx: Transaction,
  at: { actorId: string; entryId: string; answerId: string },
): Promise<void> {
  const rows = await tx
    .select({ id: standardProposal.personId })
    .from(standardProposal)
    .where(and(eq(standardProposal.answerId, at.answerId), isNull(standardProposal.declinedAt)))
  await notify(tx, { ...at, kind: 'standard_chosen', to: rows.map(({ id }) => id) })
}
