import type { Ranked } from './ranking.ts'

const lead = 0.15
const fewestVotes = 3

export type StandardPlace = 'pinned' | 'changed' | 'overtaken'

/**
 * Where the standard answer stands: `pinned` before all others; `changed` where more than minor edits followed the wording that was
 * chosen; `overtaken` where another answer with at least 3 votes has a score at least 0.15 higher.
 */
export function placeOfStandard(
  standard: { answerId: string; isCurrent: boolean },
  answers: Ranked[],
): StandardPlace {
  const score = answers.find(({ id }) => id === standard.answerId)?.score ?? 0
  // Scores have nine digits; a difference of two has more.
  const isOvertaken = answers.some(
    (other) => other.up + other.down >= fewestVotes && Math.round((other.score - score) * 1e9) / 1e9 >= lead,
  )
  if (isOvertaken) return 'overtaken'
  return standard.isCurrent ? 'pinned' : 'changed'
}

/** The answers with the standard one first. */
export function withFirst<Answer extends { id: string }>(answers: Answer[], id: string): Answer[] {
  return [...answers.filter((each) => each.id === id), ...answers.filter((each) => each.id !== id)]
}
