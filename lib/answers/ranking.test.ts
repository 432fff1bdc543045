import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { answer } from '#db/schema/entries'
import { person } from '#db/schema/people'
import { revision } from '#db/schema/revisions'
import { vote } from '#db/schema/votes'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { listStandings } from './queries.ts'
import { type CastVote, inOrder, type Ranked, scoreOf } from './ranking.ts'

testDatabase()

const now = new Date('2026-11-20T12:00:00Z')
const day = 86_400_000
const fresh = (value: 1 | -1, days = 0, isFresh = true): CastVote => ({
  value,
  at: new Date(now.getTime() - days * day),
  isFresh,
})

test('an answer without votes stands in the middle, above one that was voted down', () => {
  expect(scoreOf([], now)).toBe(0.5)
  expect(scoreOf([fresh(1)], now)).toBeCloseTo(3 / 5, 8)
  expect(scoreOf([fresh(-1)], now)).toBeCloseTo(2 / 5, 8)
})

test('a vote weighs half after two years, and half on an older wording', () => {
  expect(scoreOf([fresh(1, 730)], now)).toBeCloseTo(2.5 / 4.5, 8)
  expect(scoreOf([fresh(1, 0, false)], now)).toBeCloseTo(2.5 / 4.5, 8)
  expect(scoreOf([fresh(-1, 730, false)], now)).toBeCloseTo(2 / 4.25, 8)
})

const ranked = (id: string, rest: Partial<Ranked> = {}): Ranked => ({
  id,
  score: 0.5,
  up: 0,
  down: 0,
  verifiedAt: null,
  writtenAt: now,
  ...rest,
})

test('the best is the one with the higher score; ties go to more votes, to what was checked last, to the older id', () => {
  const answers = [
    ranked('d'),
    ranked('c'),
    ranked('b', { verifiedAt: new Date(1) }),
    ranked('e', { verifiedAt: new Date(2) }),
    ranked('f', { up: 3, down: 2 }),
    ranked('a', { score: 0.4, up: 9 }),
    ranked('g', { score: 0.6 }),
  ]

  expect(inOrder(answers).map(({ id }) => id)).toEqual(['g', 'f', 'e', 'b', 'c', 'd', 'a'])
})

test('answers stand by age where that is asked for', () => {
  const answers = [1, 3, 2].map((at) => ranked(`${at}`, { writtenAt: new Date(at), score: at }))

  expect(inOrder(answers, 'newest').map(({ id }) => id)).toEqual(['3', '2', '1'])
  expect(inOrder(answers, 'oldest').map(({ id }) => id)).toEqual(['1', '2', '3'])
})

const cast = fc.record({
  value: fc.constantFrom(1 as const, -1 as const),
  days: fc.double({ min: -1, max: 4_000, noNaN: true }),
  number: fc.integer({ min: 1, max: 5 }),
})
const life = fc.record({
  minors: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  votes: fc.array(cast, { maxLength: 12 }),
})

test('the database scores and orders any votes on any wordings as the formula does', async () => {
  const { id: noteId } = await givenNote()
  const voters = Array.from({ length: 12 }, () => v7())
  await database()
    .insert(person)
    .values(
      voters.map((id) => ({ id, name: 'A member', email: `${id}@example.com`, role: 'member' as const })),
    )
  await fc.assert(
    fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 4 }), async (lives) => {
      const answers = lives.map(() => ({ markdown: 'x' }))
      const { id: entryId, answerIds } = await database().transaction((tx) =>
        givenEntry(tx, { noteId, title: '问题', answers }),
      )
      const expected = await Promise.all(
        lives.map(async ({ minors, votes }, at) => {
          const revisions = await withRevisions(answerIds[at]!, minors)
          const rows = votes.map(({ value, days, number }, n) => ({
            personId: voters[n]!,
            answerId: answerIds[at]!,
            value,
            revisionId: revisions[number - 1]!,
            at: new Date(now.getTime() - Math.round(days * day)),
          }))
          if (rows.length > 0) await database().insert(vote).values(rows)
          const cast = rows.map((row, n) => ({
            value: row.value,
            at: row.at,
            isFresh: minors.slice(votes[n]!.number - 1).every(Boolean),
          }))
          const up = cast.filter(({ value }) => value === 1).length
          const counts = { up, down: cast.length - up, fresh: cast.filter(({ isFresh }) => isFresh).length }
          return { answerId: answerIds[at]!, ...counts, score: scoreOf(cast, now) }
        }),
      )
      const standings = await listStandings(entryId, now)
      const order = (rows: typeof expected) =>
        inOrder(rows.map((row) => ranked(row.answerId, row))).map(({ id }) => id)
      for (const { score, ...counts } of expected) {
        const standing = standings.find(({ answerId }) => answerId === counts.answerId)
        expect(standing).toMatchObject(counts)
        expect(standing!.score).toBeCloseTo(score, 8)
      }
      expect(order(standings)).toEqual(order(expected))
    }),
    { numRuns: 40 },
  )
})

/** Appends as many revisions, minor or not; the ids of all, the oldest first. */
async function withRevisions(answerId: string, minors: boolean[]): Promise<string[]> {
  const [first] = await database().select().from(revision).where(eq(revision.answerId, answerId))
  const ids = [first!.id, ...minors.map(() => v7())]
  await database()
    .insert(revision)
    .values(
      minors.map((minor, at) => ({ ...first!, id: ids[at + 1]!, number: at + 2, baseId: ids[at]!, minor })),
    )
  await database()
    .update(answer)
    .set({ headRevisionId: ids.at(-1)! })
    .where(eq(answer.id, answerId))
  return ids
}
