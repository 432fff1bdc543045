import type { Standing } from '#lib/answers/queries'

const untouched = { up: 0, down: 0, fresh: 0, score: 0.5, verifiedAt: null }

/** Answers with what people think of them. */
export function withStandings<Answer extends { id: string }>(answers: Answer[], standings: Standing[]) {
  const standingOf = new Map(standings.map((standing) => [standing.answerId, standing]))
  return answers.map((answer) => ({ ...untouched, ...standingOf.get(answer.id), ...answer }))
}
