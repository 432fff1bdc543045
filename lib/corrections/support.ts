import { database } from '#db/client'
import { correctionSupport } from '#db/schema/corrections'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import type { Change } from '#lib/text/changes'
import { squash } from '#lib/text/fold'
import { accept } from './accept.ts'
import { announceCorrection } from './announce.ts'
import type { Support } from './input.ts'
import { lockText } from './lock-text.ts'
import { mayApplyTogether, maySupport } from './policy.ts'
import { type Prepared, prepareAcceptance } from './prepare-acceptance.ts'
import { previewRev } from './preview.ts'
import { type Found, judged, requireCorrection } from './require-correction.ts'
import { requireSeen } from './require-seen.ts'

export type Supported = { outcome: 'supported' | 'applied' }

/**
 * Says that one found the same. The second person who says so of a slip or a matter of form applies it, where it goes together with
 * the text as it stands. Said twice it is said once. Throws Refusal: not-found, forbidden, conflict.
 */
export async function support(viewer: SignedIn, wanted: Support): Promise<Supported> {
  const db = database()
  const found = await requireCorrection(db, wanted.correctionId)
  await requireSeen(db, found, wanted, 'support')
  if (!maySupport(viewer, judged(found, found.head)))
    throw new Refusal('forbidden', 'Nobody agrees with themselves.')
  const prepared = await prepareTogether(found)
  const others = prepared?.claims.map(({ entryId }) => entryId)
  return db.transaction(async (tx) => {
    await lockText(tx, found.subject, found.head.entryId, others)
    const now = await requireCorrection(tx, found.id)
    const seen = { ...wanted, ...(prepared && { headRevisionId: found.head.headId }) }
    await requireSeen(tx, now, seen, prepared ? 'accept' : 'support')
    await tx
      .insert(correctionSupport)
      .values({ correctionId: now.id, rev: now.rev, personId: viewer.id })
      .onConflictDoNothing()
    if (prepared) {
      await accept(tx, now, prepared, { actorId: viewer.id, reason: '' })
      return { outcome: 'applied' }
    }
    await announceCorrection(tx, now.head, {
      actorId: viewer.id,
      action: 'correction.support',
      objectId: now.id,
      detail: { rev: now.rev },
    })
    return { outcome: 'supported' }
  })
}

/** What applying it would write; undefined where a second voice does not suffice, or it clashes with the text. */
async function prepareTogether(found: Found): Promise<Prepared | undefined> {
  const preview = await previewRev(found, found.head, found.wording)
  if (preview.outcome !== 'clean') return undefined
  if (!mayApplyTogether(found.kind, countLetters(preview.changes))) return undefined
  const { title, markdown } = preview
  return prepareAcceptance(found, { title, markdown })
}

/** Letters taken away and added; signs and spaces are form. */
const countLetters = (changes: Change[]): number =>
  changes
    .flatMap(({ pieces }) => pieces)
    .reduce((sum, { op, text }) => sum + (op === 'same' ? 0 : squash(text).length), 0)
