import { listProposals } from '#lib/answers/proposal-queries'
import { listStandings } from '#lib/answers/queries'
import { inOrder, type Sort } from '#lib/answers/ranking'
import { placeOfStandard, withFirst } from '#lib/answers/standard'
import { findStandard, listVerifications } from '#lib/answers/verification-queries'
import { listThreads } from '#lib/comments/queries'
import type { listAnswers } from '#lib/entries/queries'

type Answer = Awaited<ReturnType<typeof listAnswers>>[number]

const untouched = { up: 0, down: 0, fresh: 0, score: 0.5, verifiedAt: null }

/** Answers in order, each with what people think and say of it, and what they checked; and the same of the question itself. */
export async function readAnswers(entryId: string, answers: Answer[], sort: Sort) {
  const ids = answers.map(({ id }) => id)
  const [standings, standard, proposals, verifications, threads] = await Promise.all([
    listStandings(entryId, new Date()),
    findStandard(entryId),
    listProposals(ids),
    listVerifications(entryId, ids),
    listThreads({ entryIds: [entryId], answerIds: ids }),
  ])
  const standingOf = new Map(standings.map((standing) => [standing.answerId, standing]))
  const ranked = answers.map((answer) => ({ ...untouched, ...standingOf.get(answer.id), ...answer }))
  const place = standard && placeOfStandard(standard, ranked)
  const ordered = inOrder(ranked, sort)
  const isPinned = standard && place === 'pinned' && sort === 'best'
  const placed = isPinned ? withFirst(ordered, standard.answerId) : ordered
  return {
    said: placed.map((answer) => ({
      ...answer,
      standard: place && standard.answerId === answer.id ? { ...standard, place } : undefined,
      proposedBy: proposals.filter(({ answerId }) => answerId === answer.id),
      verifications: verifications.filter(({ answerId }) => answerId === answer.id),
      threads: threads.get(answer.id) ?? [],
    })),
    ofQuestion: {
      verifications: verifications.filter(({ answerId }) => answerId === null),
      threads: threads.get(entryId) ?? [],
    },
  }
}

export type SaidAnswer = Awaited<ReturnType<typeof readAnswers>>['said'][number]
