import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { database, type Transaction } from '#db/client'
import { notification } from '#db/schema/notifications'
import { person } from '#db/schema/people'
import { standardProposal } from '#db/schema/votes'
import { recordEvent } from '#lib/audit/record'
import type { SignedIn } from '#lib/auth/viewer'
import { notify } from '#lib/notifications/notify'
import { dropPages } from '#lib/pages/tags'
import { Refusal } from '#lib/refusal'
import { ShortId } from './input.ts'
import { mayProposeStandard } from './policy.ts'
import { requireAnswer } from './require-answer.ts'

export const ProposeStandard = z.object({
  /** The answer's short id. */
  answer: ShortId,
  /** The wording that is meant. */
  revisionId: z.uuid(),
  isProposed: z.boolean(),
})
export type ProposeStandard = z.infer<typeof ProposeStandard>

/** Says to the editors that an answer should be the standard one, or no longer; said again it is one proposal. Throws Refusal: not-found, forbidden. */
export async function proposeStandard(viewer: SignedIn, wanted: ProposeStandard): Promise<void> {
  if (!mayProposeStandard(viewer)) throw new Refusal('forbidden', 'You may not propose a standard answer.')
  const { isProposed, revisionId } = wanted
  await database().transaction(async (tx) => {
    const { id: answerId, entryId } = await requireAnswer(tx, wanted)
    const row = { answerId, revisionId, personId: viewer.id }
    const isNew = isProposed ? await keep(tx, row) : await takeBack(tx, row)
    if (!isNew) return
    if (isProposed) await tellEditors(tx, { actorId: viewer.id, entryId, answerId })
    await recordEvent(tx, {
      actorId: viewer.id,
      action: isProposed ? 'answer.propose-standard' : 'answer.unpropose-standard',
      objectKind: 'answer',
      objectId: answerId,
      detail: { revisionId },
    })
    await dropPages(tx, [`entry:${entryId}`])
  })
}

async function keep(tx: Transaction, row: typeof standardProposal.$inferInsert): Promise<boolean> {
  const made = await tx
    .insert(standardProposal)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: standardProposal.id })
  return made.length > 0
}

async function takeBack(tx: Transaction, row: { answerId: string; personId: string }): Promise<boolean> {
  const gone = await tx
    .delete(standardProposal)
    .where(
      and(
        eq(standardProposal.answerId, row.answerId),
        eq(standardProposal.personId, row.personId),
        isNull(standardProposal.declinedAt),
      ),
    )
    .returning({ id: standardProposal.id })
  return gone.length > 0
}

/** Whoever has not read of the last proposal for this question is not told again. */
async function tellEditors(
  tx: Transaction,
  at: { actorId: string; entryId: string; answerId: string },
): Promise<void> {
  const kind = 'standard_proposed'
  const editors = await tx
    .select({ id: person.id })
    .from(person)
    .where(
      and(inArray(person.role, ['editor', 'admin']), isNull(person.suspendedAt), ne(person.kind, 'system')),
    )
  const waiting = await tx
    .select({ id: notification.personId })
    .from(notification)
    .where(
      and(eq(notification.kind, kind), eq(notification.entryId, at.entryId), isNull(notification.readAt)),
    )
  const told = new Set(waiting.map(({ id }) => id))
  await notify(tx, { ...at, kind, to: editors.map(({ id }) => id).filter((id) => !told.has(id)) })
}
