import { and, eq, isNull, sql } from 'drizzle-orm'
import { votesOf } from '#db/answer-score'
import { database } from '#db/client'
import { answer, entry } from '#db/schema/entries'
import { vote } from '#db/schema/votes'
import { mayRead } from '#lib/auth/policy'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'

export type Standing = {
  answerId: string
  up: number
  down: number
  /** How many of these votes were given to the present wording. */
  fresh: number
  score: number
  verifiedAt: Date | null
}

/** What people think of each answer of an entry, at the moment `now`. */
export async function listStandings(entryId: string, now: Date): Promise<Standing[]> {
  const rows = await database().execute<Omit<Standing, 'verifiedAt'> & { verifiedAt: string | null }>(sql`
    select answer.id as "answerId", coalesce(up, 0) as up, coalesce(down, 0) as down, coalesce(fresh, 0) as fresh,
      coalesce(score, 0.5) as score,
      (select max(created_at) from verification where answer_id = answer.id and withdrawn_at is null) as "verifiedAt"
    from answer left join ${votesOf(sql`${entryId}`, now)} votes on votes.answer_id = answer.id
    where entry_id = ${entryId} and trashed_at is null`)
  return rows.map((row) => ({ ...row, verifiedAt: row.verifiedAt ? new Date(row.verifiedAt) : null }))
}

/** What somebody thinks of each answer of an entry, with the counts of now, by the answers' short ids. Throws Refusal: forbidden. */
export async function listMyVotes(viewer: SignedIn, entryShortId: string) {
  if (!mayRead(viewer)) throw new Refusal('forbidden', 'You may not read here.')
  const [found] = await database()
    .select({ id: entry.id })
    .from(entry)
    .where(and(eq(entry.shortId, entryShortId), isNull(entry.trashedAt)))
  if (!found) throw new Refusal('not-found', 'There is no such question.')
  const [answers, standings] = await Promise.all([
    database()
      .select({ id: answer.id, shortId: answer.shortId, value: vote.value })
      .from(answer)
      .leftJoin(vote, and(eq(vote.answerId, answer.id), eq(vote.personId, viewer.id)))
      .where(and(eq(answer.entryId, found.id), isNull(answer.trashedAt))),
    listStandings(found.id, new Date()),
  ])
  const standingOf = new Map(standings.map((standing) => [standing.answerId, standing]))
  return answers.map(({ id, shortId, value }) => {
    const { up = 0, down = 0, fresh = 0 } = standingOf.get(id) ?? {}
    return { answer: shortId, value: value ?? 0, up, down, fresh }
  })
}
