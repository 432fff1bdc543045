import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { audit } from '#db/schema/audit'
import { answer } from '#db/schema/entries'
import { person } from '#db/schema/people'
import { vote as votes } from '#db/schema/votes'
import { guest, type SignedIn } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { editAnswer, givenAnswers } from '#lib/testing/given-answers'
import { signedIn } from '#lib/testing/people'
import { listMyVotes, listStandings } from './queries.ts'
import { type Vote, vote } from './vote.ts'

testDatabase()

async function givenAnswer() {
  const { entryId, entry, answers } = await givenAnswers('等待 2MSL。')
  const [only] = answers
  return { entryId, entry, answerId: only!.id, shortId: only!.answer, revisionId: only!.revisionId }
}

const on = (
  { shortId, revisionId }: { shortId: string; revisionId: string },
  value: Vote['value'],
): Vote => ({
  answer: shortId,
  value,
  revisionId,
})
const rowsOf = (answerId: string) => database().select().from(votes).where(eq(votes.answerId, answerId))

test('a vote counts once however often it is sent, changes, and is taken back', async () => {
  // given
  const [member, given] = [await signedIn('member'), await givenAnswer()]
  const countsAfter = async (value: Vote['value']) => {
    await vote(member, on(given, value))
    const [standing] = await listStandings(given.entryId, new Date())
    return [standing!.up, standing!.down, standing!.fresh]
  }
  // when, then
  expect(await countsAfter(1)).toEqual([1, 0, 1])
  expect(await countsAfter(1)).toEqual([1, 0, 1])
  expect(await countsAfter(-1)).toEqual([0, 1, 1])
  expect(await countsAfter(0)).toEqual([0, 0, 0])
  expect(await countsAfter(0)).toEqual([0, 0, 0])
  const told = await database().select().from(audit).where(eq(audit.objectId, given.answerId))
  expect(told.map(({ detail }) => (detail as { value: number }).value)).toEqual([1, -1, 0])
})

test('200 votes at once by one person make one row', async () => {
  const [member, given] = [await signedIn('member'), await givenAnswer()]

  await Promise.all(Array.from({ length: 200 }, (_, at) => vote(member, on(given, at % 2 === 0 ? 1 : -1))))

  expect(await rowsOf(given.answerId)).toHaveLength(1)
})

test('200 votes at once by 200 people make 200 rows, and are counted', async () => {
  // given
  const given = await givenAnswer()
  const people = Array.from({ length: 200 }, (): SignedIn => ({ id: v7(), role: 'member', name: 'A member' }))
  await database()
    .insert(person)
    .values(people.map(({ id, name }) => ({ id, name, email: `${id}@example.com`, role: 'member' as const })))
  // when
  await Promise.all(people.map((each, at) => vote(each, on(given, at < 150 ? 1 : -1))))
  // then
  expect(await rowsOf(given.answerId)).toHaveLength(200)
  expect(await listStandings(given.entryId, new Date())).toMatchObject([{ up: 150, down: 50, fresh: 200 }])
})

test('a vote remembers its wording: a minor edit keeps it fresh, any other does not, and voting again does', async () => {
  // given
  const [member, editor, given] = [await signedIn('member'), await signedIn('editor'), await givenAnswer()]
  const fresh = async () => (await listStandings(given.entryId, new Date()))[0]!.fresh
  await vote(member, on(given, 1))
  // when, then
  await editAnswer(editor, given.answerId, '等待 2 MSL。', true)
  expect(await fresh()).toBe(1)
  const revisionId = await editAnswer(editor, given.answerId, '等待 2MSL，即 60 秒。')
  expect(await fresh()).toBe(0)
  await vote(member, on({ ...given, revisionId }, 1))
  expect(await fresh()).toBe(1)
})

test('nobody votes on what they wrote; an imported answer is open to everyone', async () => {
  // given
  const [member, given] = [await signedIn('member'), await givenAnswer()]
  await database().update(answer).set({ authorId: member.id }).where(eq(answer.id, given.answerId))
  // when, then
  await vote(member, on(given, 1))
  await database().update(answer).set({ origin: 'person' }).where(eq(answer.id, given.answerId))
  await expect(vote(member, on(given, -1))).rejects.toMatchObject({ code: 'forbidden' })
  expect(await rowsOf(given.answerId)).toMatchObject([{ value: 1 }])
})

test('guests do not vote, and nobody on what is gone or on a version of another text', async () => {
  const [member, given, other] = [await signedIn('member'), await givenAnswer(), await givenAnswer()]

  await expect(vote(guest, on(given, 1))).rejects.toMatchObject({ code: 'forbidden' })
  const stranger = on({ ...given, revisionId: other.revisionId }, 1)
  await expect(vote(member, stranger)).rejects.toMatchObject({ code: 'not-found' })
  await database().update(answer).set({ trashedAt: new Date() }).where(eq(answer.id, given.answerId))
  await expect(vote(member, on(given, 1))).rejects.toMatchObject({ code: 'not-found' })
  expect(await rowsOf(given.answerId)).toEqual([])
})

test('what somebody sees beside the page is their own vote with everybody’s counts', async () => {
  // given
  const [one, other, given] = [await signedIn('member'), await signedIn('member'), await givenAnswer()]
  await vote(one, on(given, -1))
  // when
  const seen = await Promise.all([one, other].map((viewer) => listMyVotes(viewer, given.entry)))
  // then
  expect(seen.flat()).toMatchObject([
    { answer: given.shortId, value: -1, down: 1 },
    { answer: given.shortId, value: 0, down: 1 },
  ])
})
