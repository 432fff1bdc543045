import { findSharing } from '#lib/search/find-sharing'
import { clausesTakenBack, correctedClaims } from './claim-clauses.ts'
import { correctedText, replacedSentences } from './claim-sentences.ts'
import { type CorrectionKind, isClaim } from './correction.ts'
import type { Target } from './input.ts'
import { type Head, listHeads } from './list-heads.ts'

/** Another text that says what a correction takes back, its Markdown as it should be and as it was. */
export type Claim = Head & { was: string }

/** What a correction of these kinds takes back is wrong only where it stands. */
const local: CorrectionKind[] = ['misplaced', 'duplicate', 'format']
/** Entries whose texts are compared, and texts in which a claim is corrected at once. */
const compared = 40
const most = 20

/**
 * Where else the sentences stand that a correction replaces, the same or nearly so, each text with its own correction; what claims
 * something about the world also where it is said in other words.
 */
export async function findClaims(
  { kind, subject, entryId }: { kind: CorrectionKind; subject: Target; entryId: string },
  { before, after }: { before: string; after: string },
): Promise<Claim[]> {
  const replaced = local.includes(kind) ? [] : replacedSentences(before, after)
  if (replaced.length === 0) return []
  const shared = await Promise.all(replaced.slice(0, 10).map(({ old }) => findSharing(old, compared)))
  const texts = await listHeads([...new Set([entryId, ...shared.flat().map(({ id }) => id)])])
  const entryTitle = texts.find((text) => text.entryId === entryId)?.entryTitle
  // In other words only a claim is the same; a slip of the pen is not.
  const taken = isClaim(kind) ? clausesTakenBack(before, replaced) : []
  return texts
    .filter(({ target }) => target.id !== subject.id)
    .flatMap((other) => {
      const markdown =
        correctedText(other.markdown, replaced) ?? correctedClaims(other, entryTitle ?? '', taken)
      return markdown === null ? [] : [{ ...other, markdown, was: other.markdown }]
    })
    .slice(0, most)
}
