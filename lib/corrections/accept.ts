import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { correction, correctionStep } from '#db/schema/corrections'
import { appendRevision } from '#lib/entries/append-revision'
import { notify } from '#lib/notifications/notify'
import { tellNamed } from '#lib/notifications/tell-named'
import { announceCorrection } from './announce.ts'
import { closeDecidedReports } from './close-decided-reports.ts'
import { isSmall } from './correction.ts'
import { insertRev } from './insert-correction.ts'
import { listConcerned, listWriters } from './people-queries.ts'
import type { Prepared } from './prepare-acceptance.ts'
import type { Found } from './require-correction.ts'
import { spread } from './spread.ts'
import { supersede } from './supersede.ts'

export type Acceptance = {
  actorId: string
  reason: string
  /** Who changed the proposal while accepting it. */
  changedBy?: string
  /** The whole proposal on the head, where only a part of it is accepted: what stays open. */
  rest?: { title: string | null; markdown: string }
}

/**
 * Writes an acceptance in the caller's transaction, which has locked the text and checked the rev and the head: a revision by the
 * correction's author, its step, and all that follows from it. The revision made. Throws Refusal `conflict` where the head has moved.
 */
export async function accept(
  tx: Transaction,
  found: Found,
  { text, rendered, fulfilled, claims }: Prepared,
  { actorId, reason, changedBy, rest }: Acceptance,
): Promise<{ revisionId: string; number: number }> {
  const { id, rev, subject, head, authorId, wording } = found
  const { entryId } = head
  const writers = await listWriters(tx, found)
  const made = await appendRevision(tx, {
    subject,
    base: { id: head.headId, number: head.number },
    kind: 'correction',
    minor: isSmall(found.kind),
    ...text,
    rendered,
    summary: summaryOf(wording.rationale),
    authorId,
    coauthorIds: [...writers, ...(changedBy ? [changedBy] : [])],
  })
  await tx.insert(correctionStep).values({
    correctionId: id,
    kind: rest ? 'accepted_part' : 'accepted',
    rev,
    headRevisionId: head.headId,
    resultRevisionId: made.id,
    reason,
    actorId,
  })
  if (rest) await insertRev(tx, { id }, { ...wording, ...rest, baseRevisionId: made.id })
  else
    await tx.update(correction).set({ state: 'accepted', changedAt: sql`now()` }).where(eq(correction.id, id))
  const by = { revisionId: made.id, actorId, entryId, correction: { id, rev, authorId } }
  await supersede(tx, fulfilled, by)
  await closeDecidedReports(tx, [found.reportId, ...fulfilled.map(({ reportId }) => reportId)], by)
  await notify(tx, {
    to: await listConcerned(tx, found),
    kind: 'correction_decided',
    actorId,
    entryId,
    correctionId: id,
    detail: { state: rest ? 'accepted_part' : 'accepted' },
  })
  // In the name of whoever wrote the words, not of who let them in.
  await tellNamed(tx, {
    html: rendered.html,
    actorId: authorId,
    entryId,
    ...(subject.kind === 'answer' && { answerId: subject.id }),
  })
  await announceCorrection(
    tx,
    head,
    { actorId, action: 'correction.accept', objectId: id, detail: { rev, revisionId: made.id } },
    { movesUp: true },
  )
  await spread(tx, found, claims, actorId)
  return { revisionId: made.id, number: made.number }
}

/** The first line of why, for the history. */
const summaryOf = (rationale: string): string =>
  Array.from(rationale.split('\n')[0] ?? '')
    .slice(0, 200)
    .join('')
