import { findSharing } from '#lib/search/find-sharing'
import { correctedText, replacedSentences } from './claim-sentences.ts'
import type { CorrectionKind } from './correction.ts'
import { type Head, listHeads } from './list-heads.ts'
import type { Found } from './require-correction.ts'

/** Another text that says what a correction takes back, its Markdown as it should be. */
export type Claim = Head

/** What a correction of these kinds takes back is wrong only where it stands. */
const local: CorrectionKind[] = ['misplaced', 'duplicate', 'format']
/** Entries whose texts are compared, and texts in which a claim is corrected at once. */
const compared = 40
const most = 20

/** Where else the sentences stand that a correction replaces, the same or nearly so, each text with its own correction. */
export async function findClaims(
  { kind, head, subject }: Pick<Found, 'kind' | 'head' | 'subject'>,
  text: { markdown: string },
): Promise<Claim[]> {
  const replaced = local.includes(kind) ? [] : replacedSentences(head.markdown, text.markdown)
  if (replaced.length === 0) return []
  const shared = await Promise.all(replaced.slice(0, 10).map(({ old }) => findSharing(old, compared)))
  const texts = await listHeads([...new Set(shared.flat().map(({ id }) => id))])
  return texts
    .filter(({ target }) => target.id !== subject.id)
    .flatMap((other) => {
      const markdown = correctedText(other.markdown, replaced)
      return markdown === null ? [] : [{ ...other, markdown }]
    })
    .slice(0, most)
}
