import { beforeAll, expect, test } from 'vitest'
import { database } from '#db/client'
import { guest } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { signedIn } from '#lib/testing/people'
import {
  addSynonyms,
  listSynonyms,
  NewSynonyms,
  removeSynonyms,
  switchOffSynonyms,
} from './change-synonyms.ts'
import { EntrySearch } from './input.ts'
import { queueForIndexing } from './outbox.ts'
import { searchEntries } from './search.ts'
import { groupKey } from './synonyms.ts'

testDatabase()

const titles = async (q: string) =>
  (await searchEntries(guest, EntrySearch.parse({ q }))).hits.map(({ title }) => title)
const given = (names: string, kind: 'both' | 'one' = 'both') => NewSynonyms.parse({ names, kind })

beforeAll(async () => {
  const { id: noteId } = await givenNote()
  await database().transaction(async (tx) => {
    for (const title of ['弹性伸缩怎么做', 'autoscaling 的指标', '死锁的条件', '樂觀鎖的實現'])
      await queueForIndexing(tx, [(await givenEntry(tx, { noteId, title })).id])
  })
})

test('names that an editor adds find each other from the next search on, until they are removed', async () => {
  const editor = await signedIn('editor')
  expect(await titles('autoscaling')).toEqual(['autoscaling 的指标'])

  await addSynonyms(editor, given('弹性伸缩，autoscaling'))
  await addSynonyms(editor, given('Autoscaling, 弹性伸缩'))

  expect((await titles('autoscaling')).sort()).toEqual(['autoscaling 的指标', '弹性伸缩怎么做'])
  expect((await titles('弹性伸缩')).sort()).toEqual(['autoscaling 的指标', '弹性伸缩怎么做'])
  const { team } = await listSynonyms(editor)
  expect(team).toHaveLength(1)

  await removeSynonyms(editor, team[0]!.id)
  expect(await titles('弹性伸缩')).toEqual(['弹性伸缩怎么做'])
})

test('one way: the first name finds the rest, and is not found by them', async () => {
  const editor = await signedIn('editor')

  await addSynonyms(editor, given('扩缩容, autoscaling', 'one'))

  expect(await titles('扩缩容')).toEqual(['autoscaling 的指标'])
  expect(await titles('autoscaling')).toEqual(['autoscaling 的指标'])
})

test('a group of the list can be switched off and on again', async () => {
  const editor = await signedIn('editor')
  const key = groupKey(['死锁', 'deadlock'])
  expect(await titles('deadlock')).toEqual(['死锁的条件'])

  await switchOffSynonyms(editor, key)
  expect(await titles('deadlock')).toEqual([])

  const { list } = await listSynonyms(editor)
  await removeSynonyms(editor, list.find((group) => group.key === key)?.offId ?? '')
  expect(await titles('deadlock')).toEqual(['死锁的条件'])
})

test('traditional and simplified characters find each other', async () => {
  expect(await titles('乐观锁')).toEqual(['樂觀鎖的實現'])
  expect(await titles('死鎖的條件')).toEqual(['死锁的条件'])
})

test('only editors see and change synonyms', async () => {
  const member = await signedIn('member')
  const forbidden = { code: 'forbidden' }

  await expect(addSynonyms(member, given('a1, b1'))).rejects.toMatchObject(forbidden)
  await expect(removeSynonyms(member, member.id)).rejects.toMatchObject(forbidden)
  await expect(switchOffSynonyms(member, groupKey(['死锁', 'deadlock']))).rejects.toMatchObject(forbidden)
  await expect(listSynonyms(guest)).rejects.toMatchObject(forbidden)
})

test.each([
  'one',
  'a, A',
  ',',
  '。, x',
  Array(13)
    .fill(0)
    .map((_, i) => `n${i}`)
    .join(','),
  `x, ${'y'.repeat(61)}`,
  'a\0, b',
])('refuses %j as names', (names) => {
  expect(NewSynonyms.safeParse({ names, kind: 'both' }).success).toBe(false)
})
