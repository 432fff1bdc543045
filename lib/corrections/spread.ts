import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { correction } from '#db/schema/corrections'
import { notify } from '#lib/notifications/notify'
import { changesBetween } from '#lib/text/changes'
import { announceCorrection } from './announce.ts'
import type { Claim } from './find-claims.ts'
import { insertCorrection } from './insert-correction.ts'
import { listOwners } from './people-queries.ts'
import { type Found, listOpenOf, ofTarget } from './require-correction.ts'
import { requireTarget } from './require-target.ts'

/**
 * Proposes an accepted correction in other texts that say the same, with its evidence and author, linked to the one it began with;
 * where that author has an open one already, by whoever accepted it. Never twice in one text, and not where somebody else proposes
 * something about that sentence. The caller has locked the entries.
 */
export async function spread(
  tx: Transaction,
  accepted: Found,
  claims: Claim[],
  decidedBy: string,
): Promise<void> {
  const rootId = accepted.spreadFromId ?? accepted.id
  for (const claim of claims) {
    const head = await requireTarget(tx, claim.target)
    if (head.headId !== claim.headId || (await isKnown(tx, rootId, claim, head.markdown))) continue
    const made = await insert(tx, accepted, rootId, claim, [accepted.authorId, decidedBy])
    if (!made) continue
    await announceCorrection(tx, claim, {
      actorId: decidedBy,
      action: 'correction.spread',
      objectId: made.id,
      detail: { from: accepted.id },
    })
    await notify(tx, {
      to: await listOwners(tx, head),
      kind: 'correction_proposed',
      actorId: decidedBy,
      entryId: claim.entryId,
      ...(claim.target.kind === 'answer' && { answerId: claim.target.id }),
      correctionId: made.id,
    })
  }
}

/** Whether the same claim was brought here before, whatever became of it, or is being corrected by somebody. */
async function isKnown(tx: Transaction, rootId: string, claim: Claim, before: string): Promise<boolean> {
  const [earlier] = await tx
    .select({ id: correction.id })
    .from(correction)
    .where(and(ofTarget(claim.target), eq(correction.spreadFromId, rootId)))
    .limit(1)
  if (earlier) return true
  const open = await listOpenOf(tx, claim.target)
  return open.some(({ wording }) => changesTheSame(before, claim.markdown, wording.markdown))
}

async function insert(
  tx: Transaction,
  { kind, wording }: Found,
  spreadFromId: string,
  { target, headId, markdown }: Claim,
  authorIds: string[],
) {
  const { rationale, evidence } = wording
  for (const authorId of new Set(authorIds)) {
    const made = await insertCorrection(
      tx,
      { target, kind, authorId, spreadFromId },
      { baseRevisionId: headId, title: null, markdown, passage: null, rationale, evidence, authorId },
    )
    if (made) return made
  }
  return undefined
}

/** Whether two proposals of one text change a sentence in common. */
function changesTheSame(before: string, mine: string, theirs: string): boolean {
  const others = changesBetween(before, theirs)
  return changesBetween(before, mine).some(({ from, to }) =>
    others.some((other) => other.from < to && from < other.to),
  )
}
