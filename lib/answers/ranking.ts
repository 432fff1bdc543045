import { z } from 'zod'

/** Days after which a vote weighs half. */
const halfLife = 730
/** What a vote weighs on a wording that has since changed by more than a minor edit. */
const onOldWording = 0.5

export type CastVote = { value: 1 | -1; at: Date; isFresh: boolean }

/**
 * How good an answer is by its votes, between 0 and 1: (U + 2) / (U + D + 4), where U and D sum 2^(−age in days / 730) over the votes
 * for and against, half of that for votes on an older wording. Without votes 0.5. `db/answer-score` says the same in SQL.
 */
export function scoreOf(votes: CastVote[], now: Date): number {
  let up = 0
  let down = 0
  for (const vote of votes) {
    if (vote.value === 1) up += weightOf(vote, now)
    else down += weightOf(vote, now)
  }
  return rounded((up + 2) / (up + down + 4))
}

function weightOf({ at, isFresh }: CastVote, now: Date): number {
  const days = Math.max(0, now.getTime() - at.getTime()) / 86_400_000
  return 2 ** (-days / halfLife) * (isFresh ? 1 : onOldWording)
}

/** Sums of the same votes in another order differ in their last digits: no reason to rank one before the other. */
const rounded = (score: number): number => Math.round(score * 1e9) / 1e9

export const Sort = z.enum(['best', 'newest', 'oldest'])
export type Sort = z.infer<typeof Sort>

export type Ranked = {
  id: string
  score: number
  up: number
  down: number
  verifiedAt: Date | null
  writtenAt: Date
}

/** Best by score, then by votes for less votes against, then the one that was checked last, then by id; or by age. Never by chance. */
export function inOrder<Answer extends Ranked>(answers: Answer[], sort: Sort = 'best'): Answer[] {
  return answers.toSorted((a, b) => compare[sort](a, b) || (a.id < b.id ? -1 : 1))
}

const compare: Record<Sort, (a: Ranked, b: Ranked) => number> = {
  best: (a, b) =>
    b.score - a.score ||
    b.up - b.down - (a.up - a.down) ||
    (b.verifiedAt?.getTime() ?? 0) - (a.verifiedAt?.getTime() ?? 0),
  newest: (a, b) => b.writtenAt.getTime() - a.writtenAt.getTime(),
  oldest: (a, b) => a.writtenAt.getTime() - b.writtenAt.getTime(),
}
