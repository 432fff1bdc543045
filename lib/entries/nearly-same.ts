import { Refusal } from '#lib/refusal'
import type { NearDuplicate } from '#lib/search/near-duplicates'

/** The question is most likely asked already: whoever asks may answer that one instead, or ask all the same. */
export class NearlySame extends Refusal {
  constructor(readonly entries: NearDuplicate[]) {
    super('conflict', 'This question seems to be asked already.', { field: 'title' })
  }
}
