import type { Transaction } from '#db/client'
import { recordEvent } from '#lib/audit/record'
import { notify } from '#lib/notifications/notify'
import { dropPages } from '#lib/pages/tags'
import type { Target } from './find-target.ts'

/** What goes with every write to a comment, in its transaction: audit row, and the pages of the question it is about. */
export async function announceComment(
  tx: Transaction,
  event: { actorId: string; action: string; commentId: string; entryId: string },
): Promise<void> {
  const { commentId, entryId, ...who } = event
  await recordEvent(tx, { ...who, objectKind: 'comment', objectId: commentId })
  await dropPages(tx, [`entry:${entryId}`])
}

/** Tells people of a comment, each at most once: those whom it names that they are named. */
export async function tellOfComment(
  tx: Transaction,
  target: Target,
  told: { actorId: string; commentId: string; named: string[]; others: string[] },
): Promise<void> {
  const { actorId, commentId, named, others } = told
  const where = {
    actorId,
    commentId,
    entryId: target.entryId,
    ...(target.answerId && { answerId: target.answerId }),
    ...(target.correctionId && { correctionId: target.correctionId }),
  }
  await notify(tx, { ...where, kind: 'mention', to: named })
  await notify(tx, { ...where, kind: 'comment', to: others.filter((id) => !named.includes(id)) })
}
