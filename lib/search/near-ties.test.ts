import { expect, test } from 'vitest'
import { database } from '#db/client'
import { encounter } from '#db/schema/entries'
import { vote as votes } from '#db/schema/votes'
import { guest } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { givenAnswer } from '#lib/testing/given-correction'
import { signedIn } from '#lib/testing/people'
import { EntrySearch } from './input.ts'
import { inOrderOfWorth, nearTies } from './near-ties.ts'
import { queueForIndexing } from './outbox.ts'
import { searchEntries } from './search.ts'

testDatabase()

const hits = (...scores: number[]) => scores.map((score, at) => ({ id: String(at), score }))
const ordered = (scores: number[], worth: Record<string, { votes: number; asked: number }>) =>
  inOrderOfWorth(nearTies(hits(...scores)), new Map(Object.entries(worth))).map(({ id }) => id)

test('votes and frequency decide between titles that are as good as equal, and never over more', () => {
  const much = { votes: 50, asked: 100 }

  expect(ordered([40, 39.97, 39.94], { 2: much })).toEqual(['2', '0', '1'])
  expect(ordered([40, 39.8], { 1: much })).toEqual(['0', '1'])
  expect(ordered([60, 40], { 1: much })).toEqual(['0', '1'])
})

test('a row of small steps is no near-tie from end to end', () => {
  expect(ordered([40, 39.94, 39.88, 39.82], { 3: { votes: 9, asked: 0 } })).toEqual(['0', '1', '3', '2'])
})

test('texts are only in a tie where they are equal', () => {
  expect(ordered([2, 1.99, 1.99], { 2: { votes: 3, asked: 0 } })).toEqual(['0', '2', '1'])
})

test('what was voted down stands behind what nobody voted on, and without votes the order stays', () => {
  expect(ordered([40, 40, 40], { 0: { votes: -1, asked: 0 } })).toEqual(['1', '2', '0'])
  expect(ordered([40, 40, 40], {})).toEqual(['0', '1', '2'])
})

test('of two questions with titles as long, the voted one comes first, then the one asked often, as soon as that is known', async () => {
  // given
  const texts = [await givenAnswer('一。', '布隆过滤器甲'), await givenAnswer('二。', '布隆过滤器乙')]
  const index = () =>
    database().transaction((tx) =>
      queueForIndexing(
        tx,
        texts.map(({ entryId }) => entryId),
      ),
    )
  await index()
  const titles = async () =>
    (await searchEntries(guest, EntrySearch.parse({ q: '布隆过滤器' }))).hits.map(({ title }) => title)
  const [first, second] = await titles()
  const behind = texts[second === '布隆过滤器甲' ? 0 : 1]!
  const member = await signedIn('member')
  // when
  await database()
    .insert(votes)
    .values({ personId: member.id, answerId: behind.id, value: 1, revisionId: behind.baseId })
  // then
  expect(await titles()).toEqual([second, first])
  // when
  const other = texts.find(({ id }) => id !== behind.id)!
  await database()
    .insert(encounter)
    .values({ entryId: other.entryId, times: 5, precision: 'unknown', reportedBy: member.id })
  await index()
  // then
  expect(await titles()).toEqual([first, second])
})
