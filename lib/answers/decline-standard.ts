import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '#db/client'
import { answer } from '#db/schema/entries'
import { standardProposal } from '#db/schema/votes'
import { recordEvent } from '#lib/audit/record'
import type { SignedIn } from '#lib/auth/viewer'
import { notify } from '#lib/notifications/notify'
import { dropPages } from '#lib/pages/tags'
import { Refusal } from '#lib/refusal'
import { ShortId } from './input.ts'
import { mayChooseStandard } from './policy.ts'

export const DeclineStandard = z.object({ answer: ShortId })

/** Says no to everybody who proposed an answer as the standard one; they are told, and may propose it again. Throws Refusal: not-found, forbidden. */
export async function declineStandard(
  viewer: SignedIn,
  wanted: z.infer<typeof DeclineStandard>,
): Promise<void> {
  if (!mayChooseStandard(viewer)) throw new Refusal('forbidden', 'You may not choose the standard answer.')
  await database().transaction(async (tx) => {
    const [found] = await tx
      .select({ id: answer.id, entryId: answer.entryId })
      .from(answer)
      .where(eq(answer.shortId, wanted.answer))
    if (!found) throw new Refusal('not-found', 'There is no such answer.')
    const declined = await tx
      .update(standardProposal)
      .set({ declinedAt: new Date(), declinedBy: viewer.id })
      .where(and(eq(standardProposal.answerId, found.id), isNull(standardProposal.declinedAt)))
      .returning({ personId: standardProposal.personId })
    if (declined.length === 0) return
    await notify(tx, {
      to: declined.map(({ personId }) => personId),
      kind: 'standard_declined',
      actorId: viewer.id,
      entryId: found.entryId,
      answerId: found.id,
    })
    await recordEvent(tx, {
      actorId: viewer.id,
      action: 'answer.decline-standard',
      objectKind: 'answer',
      objectId: found.id,
    })
    await dropPages(tx, [`entry:${found.entryId}`])
  })
}
