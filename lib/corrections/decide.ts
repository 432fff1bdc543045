import { and, eq, inArray } from 'drizzle-orm'
import { database, type Transaction } from '#db/client'
import { correctionStep } from '#db/schema/corrections'
import { revision } from '#db/schema/revisions'
import type { SignedIn } from '#lib/auth/viewer'
import { Conflict } from '#lib/entries/conflict'
import { Refusal } from '#lib/refusal'
import { applyChanges } from '#lib/text/changes'
import { type Acceptance, accept } from './accept.ts'
import { countEditors } from './count-editors.ts'
import type { Decide } from './input.ts'
import { lockText } from './lock-text.ts'
import { mayAccept, mayReject } from './policy.ts'
import { type Prepared, prepareAcceptance } from './prepare-acceptance.ts'
import { type Preview, previewRev } from './preview.ts'
import { reject } from './reject.ts'
import { type Found, judged, requireCorrection } from './require-correction.ts'
import { requireSeen } from './require-seen.ts'
import { settleCorrections } from './settle.ts'

/** `revisionId` and its number where a text was changed. */
export type Decided = {
  outcome: 'accepted' | 'accepted_part' | 'rejected'
  revisionId: string | null
  number: number | null
}

type AcceptDecision = Exclude<Decide, { verdict: 'reject' }>

/**
 * Decides on an open correction, on the rev and the head that the decider saw; the same decision sent again by the same person
 * changes nothing. Throws Refusal: not-found, forbidden; conflict where either has moved (`reason` `moved`) or it is decided
 * already (`state`), invalid; Conflict with both texts where the head changed the same sentences.
 */
export async function decide(viewer: SignedIn, decision: Decide): Promise<Decided> {
  const db = database()
  // One look at both, so that a decision made in between is not taken for a text that has moved.
  const found = await db.transaction((tx) => requireCorrection(tx, decision.correctionId), {
    isolationLevel: 'repeatable read',
    accessMode: 'read only',
  })
  requireRight(viewer, found, decision, await countEditors(db))
  const earlier = await findSame(viewer, decision)
  if (earlier) return earlier
  await requireSeen(db, found, decision, moveOf(decision))
  if (decision.verdict === 'reject') {
    await db.transaction(async (tx) => {
      await reject(tx, await lockSeen(tx, viewer, found, decision), decision, viewer.id)
    })
    return { outcome: 'rejected', revisionId: null, number: null }
  }
  const { prepared, acceptance } = await prepare(viewer, found, decision)
  const others = prepared.claims.map(({ entryId }) => entryId)
  const made = await db.transaction(async (tx) =>
    accept(tx, await lockSeen(tx, viewer, found, decision, others), prepared, acceptance),
  )
  return { outcome: acceptance.rest ? 'accepted_part' : 'accepted', ...made }
}

function requireRight(viewer: SignedIn, found: Found, { verdict }: Decide, editors: number): void {
  // The state is asked for apart, so that whoever comes second hears what became of it.
  const open = { ...judged(found, found.head), state: 'open' as const }
  const isAllowed = verdict === 'reject' ? mayReject(viewer, open) : mayAccept(viewer, open, editors)
  if (!isAllowed) throw new Refusal('forbidden', 'You may not decide on this correction.')
}

async function findSame(viewer: SignedIn, decision: Decide): Promise<Decided | undefined> {
  const [step] = await database()
    .select({ kind: correctionStep.kind, revisionId: revision.id, number: revision.number })
    .from(correctionStep)
    .leftJoin(revision, eq(revision.id, correctionStep.resultRevisionId))
    .where(
      and(
        eq(correctionStep.correctionId, decision.correctionId),
        eq(correctionStep.actorId, viewer.id),
        eq(correctionStep.rev, decision.rev),
        eq(correctionStep.headRevisionId, decision.headRevisionId),
        inArray(correctionStep.kind, kindsOf[decision.verdict]),
      ),
    )
    .limit(1)
  if (!step) return undefined
  const { kind, revisionId, number } = step
  return { outcome: kind as Decided['outcome'], revisionId, number }
}

const kindsOf: Record<Decide['verdict'], Decided['outcome'][]> = {
  accept: ['accepted'],
  'accept-hunks': ['accepted', 'accepted_part'],
  'accept-with-changes': ['accepted'],
  reject: ['rejected'],
}

async function prepare(
  viewer: SignedIn,
  found: Found,
  decision: AcceptDecision,
): Promise<{ prepared: Prepared; acceptance: Acceptance }> {
  const { text, ...more } = await textOf(viewer, found, decision)
  return {
    prepared: await prepareAcceptance(found, text),
    acceptance: { actorId: viewer.id, reason: decision.reason, ...more },
  }
}

type Chosen = { text: { title: string | null; markdown: string } } & Pick<Acceptance, 'changedBy' | 'rest'>

async function textOf(viewer: SignedIn, found: Found, decision: AcceptDecision): Promise<Chosen> {
  const { head } = found
  if (decision.verdict === 'accept-with-changes') {
    const text = {
      title: head.title === null ? null : (decision.title ?? head.title),
      markdown: decision.markdown,
    }
    if (text.title === head.title && text.markdown === head.markdown) throw unchanged()
    return { text, changedBy: viewer.id }
  }
  const preview = await requireClean(found)
  const { title, markdown, changes } = preview
  if (decision.verdict === 'accept') return { text: { title, markdown } }
  const chosen = new Set(decision.hunks)
  const known = changes.filter(({ id }) => chosen.has(id))
  if (known.length < chosen.size)
    throw new Refusal('invalid', 'There are no such changes.', { reason: 'hunks' })
  const inText = changes.filter(({ id }) => id !== 'title')
  const text = {
    title: chosen.has('title') ? title : head.title,
    markdown: applyChanges(head.markdown, inText, chosen),
  }
  return { text, ...(known.length < changes.length && { rest: { title, markdown } }) }
}

async function requireClean(found: Found): Promise<Extract<Preview, { outcome: 'clean' }>> {
  const { head } = found
  const preview = await previewRev(found, head, found.wording)
  if (preview.outcome === 'clean') return preview
  if (preview.outcome === 'conflicting')
    throw new Conflict({ ...head, id: head.headId }, preview.hunks, preview.title)
  if ((await settleCorrections(found.subject)) === 0) throw unchanged()
  throw new Refusal('conflict', 'The text says this already.', { state: 'superseded' })
}

const unchanged = () => new Refusal('invalid', 'This changes nothing.', { reason: 'unchanged' })

/** The correction once more, behind the lock: whoever came first has decided. */
async function lockSeen(
  tx: Transaction,
  viewer: SignedIn,
  { id, subject, head }: Found,
  decision: Decide,
  otherEntryIds: string[] = [],
): Promise<Found> {
  await lockText(tx, subject, head.entryId, otherEntryIds)
  const found = await requireCorrection(tx, id)
  await requireSeen(tx, found, decision, moveOf(decision))
  requireRight(viewer, found, decision, await countEditors(tx))
  return found
}

const moveOf = ({ verdict }: Decide) =>
  verdict === 'reject' ? 'reject' : verdict === 'accept-hunks' ? 'accept-part' : 'accept'
