import { database } from '#db/client'
import type { SignedIn } from '#lib/auth/viewer'
import { notify } from '#lib/notifications/notify'
import { Refusal } from '#lib/refusal'
import { announceCorrection } from './announce.ts'
import type { Amend } from './input.ts'
import { insertRev } from './insert-correction.ts'
import { lockText } from './lock-text.ts'
import { listWriters } from './people-queries.ts'
import { mayAmend } from './policy.ts'
import { previewOnHead, previewRev } from './preview.ts'
import { type Found, judged, requireCorrection } from './require-correction.ts'
import { requireSeen } from './require-seen.ts'
import { requireBase } from './require-target.ts'

/**
 * Words an open correction anew, as its next rev. Its author does so any time; whoever may decide on it where it clashes with the
 * text as it stands, on that text, and is credited with its author from then on. The number of the rev.
 * Throws Refusal: not-found, forbidden; conflict where rev or head has moved; invalid with `reason` `unchanged` or `already-right`.
 */
export async function amend(viewer: SignedIn, wanted: Amend): Promise<{ shortId: string; rev: number }> {
  const db = database()
  const found = await requireCorrection(db, wanted.correctionId)
  await requireSeen(db, found, wanted, 'amend')
  await requireRight(viewer, found)
  const { shortId, subject, head } = found
  const isResolving = viewer.id !== found.authorId
  if (isResolving && wanted.baseRevisionId !== head.headId)
    throw new Refusal('conflict', 'The text has changed while you were reading.', { reason: 'moved' })
  await requireChange(found, wanted)
  const title = subject.kind === 'entry' ? wanted.title : null
  return db.transaction(async (tx) => {
    await lockText(tx, subject, head.entryId)
    const now = await requireCorrection(tx, found.id)
    await requireSeen(
      tx,
      now,
      { rev: wanted.rev, ...(isResolving && { headRevisionId: head.headId }) },
      'amend',
    )
    const { markdown, baseRevisionId, rationale, evidence, kind } = wanted
    const wording = { title, markdown, baseRevisionId, rationale, evidence, passage: now.wording.passage }
    const rev = await insertRev(tx, { id: now.id, kind }, { ...wording, authorId: viewer.id })
    await notify(tx, {
      to: await listWriters(tx, now),
      kind: 'correction_amended',
      actorId: viewer.id,
      entryId: head.entryId,
      correctionId: now.id,
    })
    await announceCorrection(tx, head, {
      actorId: viewer.id,
      action: 'correction.amend',
      objectId: now.id,
      detail: { rev },
    })
    return { shortId, rev }
  })
}

async function requireRight(viewer: SignedIn, found: Found): Promise<void> {
  const preview = await previewRev(found, found.head, found.wording)
  const situation = { conflicting: preview.outcome === 'conflicting' }
  if (!mayAmend(viewer, judged(found, found.head), situation))
    throw new Refusal('forbidden', 'You may not word this correction anew.')
}

async function requireChange({ subject, head }: Found, wanted: Amend): Promise<void> {
  const base = await requireBase(subject, wanted.baseRevisionId)
  if ((wanted.title ?? base.title) === base.title && wanted.markdown === base.markdown)
    throw new Refusal('invalid', 'This changes nothing.', { reason: 'unchanged' })
  const { outcome } = await previewOnHead(subject, head, wanted)
  if (outcome === 'fulfilled')
    throw new Refusal('invalid', 'The text says this already.', { reason: 'already-right' })
}
