import { Refusal } from '#lib/refusal'
import type { Hunk } from '#lib/text/hunk'

/** Two people changed the same sentences: both texts, cut into what agrees and what does not, and the head to decide on. */
export class Conflict extends Refusal {
  constructor(
    readonly head: { id: string; number: number; title: string | null; markdown: string },
    readonly hunks: Hunk[],
    readonly title: { base: string; mine: string; theirs: string } | null,
    /** The title where both sides agree on one; null for texts without. */
    readonly mergedTitle: string | null = null,
  ) {
    super('conflict', 'Somebody else has changed the same sentences.', { hunks: hunks.length })
  }
}
