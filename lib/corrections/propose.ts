import { and, eq, isNull } from 'drizzle-orm'
import { database, type Transaction } from '#db/client'
import { correction, report } from '#db/schema/corrections'
import type { SignedIn } from '#lib/auth/viewer'
import { notify } from '#lib/notifications/notify'
import { Refusal } from '#lib/refusal'
import { announceCorrection } from './announce.ts'
import { isSmall } from './correction.ts'
import { sameEvidence } from './evidence.ts'
import type { Propose } from './input.ts'
import { insertCorrection, insertRev, type Wording } from './insert-correction.ts'
import { lockText } from './lock-text.ts'
import { listOwners } from './people-queries.ts'
import { mayPropose } from './policy.ts'
import { type Preview, previewOnHead, previewRev, sameWords } from './preview.ts'
import { listOpenOf } from './require-correction.ts'
import { requireBase, requireTarget, type TextOfEntry } from './require-target.ts'
import { support } from './support.ts'

/** `supported`: somebody else proposes the same, and hears of it; `applied`: two said the same, and it is done. */
export type Proposed = {
  id: string
  shortId: string
  rev: number
  outcome: 'proposed' | 'amended' | 'unchanged' | 'supported' | 'applied'
}

/**
 * Proposes a whole text. Whoever has an open correction of this text words that one anew; a slip that somebody else proposes to mend
 * in the same way is agreed to instead. The same operation again, or the same text, changes nothing.
 * Throws Refusal: not-found, forbidden; invalid with `reason` `unchanged`, `already-right` or `report`.
 */
export async function propose(viewer: SignedIn, wanted: Propose): Promise<Proposed> {
  if (!mayPropose(viewer)) throw new Refusal('forbidden', 'Only members propose corrections.')
  const earlier = await findOperation(viewer, wanted.operationId)
  if (earlier) return earlier
  const head = await requireTarget(database(), wanted.target)
  const preview = await requireChange(head, wanted)
  return (await agreeInstead(viewer, wanted, head, preview)) ?? write(viewer, wanted, head)
}

async function findOperation(viewer: SignedIn, id: string): Promise<Proposed | undefined> {
  const [row] = await database()
    .select({ id: correction.id, shortId: correction.shortId, rev: correction.rev })
    .from(correction)
    .where(and(eq(correction.id, id), eq(correction.authorId, viewer.id)))
  return row && { ...row, outcome: 'unchanged' }
}

async function requireChange(head: TextOfEntry, wanted: Propose): Promise<Preview> {
  const base = await requireBase(wanted.target, wanted.baseRevisionId)
  if ((wanted.title ?? base.title) === base.title && wanted.markdown === base.markdown)
    throw new Refusal('invalid', 'This changes nothing.', { reason: 'unchanged' })
  const preview = await previewOnHead(wanted.target, head, wanted)
  if (preview.outcome === 'fulfilled')
    throw new Refusal('invalid', 'The text says this already.', { reason: 'already-right' })
  return preview
}

/** Two people with the same result need no second correction: the later one agrees with the earlier. */
async function agreeInstead(
  viewer: SignedIn,
  { target, kind, reportId }: Propose,
  head: TextOfEntry,
  mine: Preview,
): Promise<Proposed | undefined> {
  if (mine.outcome !== 'clean' || !isSmall(kind) || reportId) return undefined
  for (const other of await listOpenOf(database(), target)) {
    if (other.authorId === viewer.id || !isSmall(other.kind)) continue
    const theirs = await previewRev({ ...other, subject: target }, head, other.wording)
    if (theirs.outcome !== 'clean' || !sameWords(mine, theirs)) continue
    const { outcome } = await support(viewer, { correctionId: other.id, rev: other.rev })
    return { id: other.id, shortId: other.shortId, rev: other.rev, outcome }
  }
  return undefined
}

function write(viewer: SignedIn, wanted: Propose, head: TextOfEntry): Promise<Proposed> {
  const wording = wordingOf(viewer, wanted)
  return database().transaction(async (tx) => {
    await lockText(tx, wanted.target, head.entryId)
    if (wanted.reportId) await requireReport(tx, wanted.reportId, head.entryId)
    const own = (await listOpenOf(tx, wanted.target)).find(({ authorId }) => authorId === viewer.id)
    if (own && sameWording(own.wording, wording))
      return { id: own.id, shortId: own.shortId, rev: own.rev, outcome: 'unchanged' }
    if (own) {
      const rev = await insertRev(tx, { id: own.id, kind: wanted.kind }, wording)
      await announceCorrection(tx, head, {
        actorId: viewer.id,
        action: 'correction.amend',
        objectId: own.id,
        detail: { rev },
      })
      return { id: own.id, shortId: own.shortId, rev, outcome: 'amended' }
    }
    return insertNew(tx, viewer, wanted, head, wording)
  })
}

async function insertNew(
  tx: Transaction,
  viewer: SignedIn,
  { operationId, target, kind, reportId, followsId }: Propose,
  head: TextOfEntry,
  wording: Wording,
): Promise<Proposed> {
  if (followsId) await requireRejected(tx, followsId)
  const made = await insertCorrection(
    tx,
    { id: operationId, target, kind, authorId: viewer.id, reportId, followsId },
    wording,
  )
  if (!made) throw new Refusal('conflict', 'This was sent already.', { reason: 'sent' })
  await announceCorrection(tx, head, {
    actorId: viewer.id,
    action: 'correction.propose',
    objectId: made.id,
    detail: { kind },
  })
  await notify(tx, {
    to: await listOwners(tx, head),
    kind: 'correction_proposed',
    actorId: viewer.id,
    entryId: head.entryId,
    ...(target.kind === 'answer' && { answerId: target.id }),
    correctionId: made.id,
  })
  return { ...made, rev: 1, outcome: 'proposed' }
}

const wordingOf = (viewer: SignedIn, wanted: Propose): Wording => ({
  baseRevisionId: wanted.baseRevisionId,
  title: wanted.target.kind === 'entry' ? wanted.title : null,
  markdown: wanted.markdown,
  passage: wanted.passage,
  rationale: wanted.rationale,
  evidence: wanted.evidence,
  authorId: viewer.id,
})

const sameWording = (a: Wording, b: Wording): boolean =>
  a.baseRevisionId === b.baseRevisionId &&
  a.title === b.title &&
  a.markdown === b.markdown &&
  a.rationale === b.rationale &&
  sameEvidence(a.evidence, b.evidence)

/** A report holds corrections of its own entry, while it is open. */
async function requireReport(tx: Transaction, id: string, entryId: string): Promise<void> {
  const [row] = await tx
    .select({ entryId: report.entryId, answerId: report.answerId })
    .from(report)
    .where(and(eq(report.id, id), isNull(report.closedAt)))
  const about = row && (await requireTarget(tx, reportTarget(row)))
  if (about?.entryId !== entryId)
    throw new Refusal('invalid', 'There is no such open report about this entry.', { reason: 'report' })
}

const reportTarget = (row: { entryId: string | null; answerId: string | null }) =>
  row.answerId
    ? { kind: 'answer' as const, id: row.answerId }
    : { kind: 'entry' as const, id: row.entryId ?? '' }

async function requireRejected(tx: Transaction, id: string): Promise<void> {
  const [row] = await tx.select({ state: correction.state }).from(correction).where(eq(correction.id, id))
  if (row?.state !== 'rejected')
    throw new Refusal('invalid', 'Only a rejected correction is taken up again.', { reason: 'follows' })
}
