import { and, eq, inArray } from 'drizzle-orm'
import { database, type Reader, type Transaction } from '#db/client'
import { correctionStep } from '#db/schema/corrections'
import { revision } from '#db/schema/revisions'
import type { SignedIn } from '#lib/auth/viewer'
import { appendRevision } from '#lib/entries/append-revision'
import { renderText } from '#lib/entries/render-text'
import { undoneText } from '#lib/entries/undone-text'
import { notify } from '#lib/notifications/notify'
import { Refusal } from '#lib/refusal'
import { announceCorrection } from './announce.ts'
import type { Undo } from './input.ts'
import { lockText } from './lock-text.ts'
import { listConcerned } from './people-queries.ts'
import { mayUndo } from './policy.ts'
import { type Found, judged, requireCorrection } from './require-correction.ts'
import { stateAfter } from './states.ts'

/**
 * Takes out of the text what accepting a rev brought in, and keeps everything since (three-way), as a new revision that the
 * correction's steps name. The correction stays decided; its people and whoever accepted it are told. Throws Refusal: not-found,
 * forbidden; conflict where the head has moved or it is undone already; Conflict where later changes built on it.
 */
export async function undoAcceptance(
  viewer: SignedIn,
  wanted: Undo,
): Promise<{ revisionId: string; number: number }> {
  const db = database()
  const found = await requireCorrection(db, wanted.correctionId)
  const { subject, head } = found
  if (!mayUndo(viewer, judged(found, head))) throw new Refusal('forbidden', 'You may not edit this text.')
  stateAfter(found.state, 'undo')
  requireHead(found, wanted)
  const acceptance = await requireAcceptance(db, wanted)
  const text = await undoneText(subject, head, acceptance.number)
  const rendered = await renderText(head.noteId, subject.id, text.markdown)
  return db.transaction(async (tx) => {
    await lockText(tx, subject, head.entryId)
    const now = await requireCorrection(tx, found.id)
    requireHead(now, wanted)
    await requireAcceptance(tx, wanted)
    const made = await appendRevision(tx, {
      subject,
      base: { id: head.headId, number: head.number },
      kind: 'restore',
      ...text,
      rendered,
      summary: `−#${acceptance.number}`,
      authorId: viewer.id,
    })
    await afterwards(tx, viewer, now, wanted, { revisionId: made.id, acceptedBy: acceptance.actorId })
    return { revisionId: made.id, number: made.number }
  })
}

function requireHead({ head }: Found, { headRevisionId }: Undo): void {
  if (head.headId !== headRevisionId)
    throw new Refusal('conflict', 'This has changed while you were reading.', {
      reason: 'moved',
      head: head.number,
    })
}

/** The acceptance of that rev, which nobody has undone. A rev is accepted at most once between two of its undoings. */
async function requireAcceptance(reader: Reader, { correctionId, rev }: Undo) {
  const steps = await reader
    .select({ kind: correctionStep.kind, number: revision.number, actorId: correctionStep.actorId })
    .from(correctionStep)
    .innerJoin(revision, eq(revision.id, correctionStep.resultRevisionId))
    .where(
      and(
        eq(correctionStep.correctionId, correctionId),
        eq(correctionStep.rev, rev),
        inArray(correctionStep.kind, ['accepted', 'accepted_part', 'undone']),
      ),
    )
    .orderBy(correctionStep.id)
  const last = steps.at(-1)
  if (!last) throw new Refusal('not-found', 'That was not accepted.')
  if (last.kind === 'undone')
    throw new Refusal('conflict', 'Somebody has undone it already.', { reason: 'undone' })
  return last
}

async function afterwards(
  tx: Transaction,
  viewer: SignedIn,
  found: Found,
  { rev, headRevisionId, reason }: Undo,
  { revisionId, acceptedBy }: { revisionId: string; acceptedBy: string },
): Promise<void> {
  await tx.insert(correctionStep).values({
    correctionId: found.id,
    kind: 'undone',
    rev,
    headRevisionId,
    resultRevisionId: revisionId,
    reason,
    actorId: viewer.id,
  })
  await notify(tx, {
    to: [...(await listConcerned(tx, found)), acceptedBy],
    kind: 'correction_undone',
    actorId: viewer.id,
    entryId: found.head.entryId,
    correctionId: found.id,
  })
  await announceCorrection(
    tx,
    found.head,
    { actorId: viewer.id, action: 'correction.undo', objectId: found.id, detail: { rev, revisionId } },
    { movesUp: true },
  )
}
