import { changesBetween } from '#lib/text/changes'
import { squash } from '#lib/text/fold'
import { sentencesOf } from '#lib/text/merge'
import { sentenceOf } from '#lib/text/passage-sentence'
import { similarity } from '#lib/text/similarity'
import type { Passage } from './input.ts'

type Proposed = {
  passage: Passage | null
  titleBefore: string | null
  titleAfter: string | null
  before: string
  after: string
}

/** Sentences this alike are the same one, worded anew. */
const alike = 0.7

/** Whether what a correction or report is about stands in the sentence of a passage, as it was or as it was proposed. */
export function touches(passage: Passage, proposed: Proposed): boolean {
  const here = sentenceOf(passage)
  return wordsOfProposal(proposed).some((words) => meet(here, words))
}

function wordsOfProposal({ passage, titleBefore, titleAfter, before, after }: Proposed): string[] {
  const titles = titleAfter !== null && titleAfter !== titleBefore ? [titleBefore ?? '', titleAfter] : []
  const sentences = changesBetween(before, after).flatMap((change) => [
    ...sentencesOf(change.before),
    ...sentencesOf(change.after),
  ])
  return [...(passage ? [sentenceOf(passage)] : []), ...titles, ...sentences]
}

function meet(a: string, b: string): boolean {
  const [one, other] = [squash(a), squash(b)]
  if (one === '' || other === '') return false
  return one.includes(other) || other.includes(one) || similarity(one, other) >= alike
}
