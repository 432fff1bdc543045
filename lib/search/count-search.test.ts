import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '#db/client'
import { searchCount } from '#db/schema/search-counts'
import { guest } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { signedIn } from '#lib/testing/people'
import { listFrequentSearches, listMissedSearches } from './count-queries.ts'
import { countSearch, SeenSearch } from './count-search.ts'
import { queueForIndexing } from './outbox.ts'

testDatabase()

// Old days go with the first search of a day.
beforeAll(async () => {
  await database()
    .insert(searchCount)
    .values({ day: sql`current_date - 91`, key: '陈年', results: 'none', query: '陈年', count: 3 })
})

let lastAddress = 0
const seen = (q: string, more: Partial<SeenSearch> = {}, address = `10.0.0.${lastAddress++}`) =>
  countSearch(guest, SeenSearch.parse({ q, total: 0, ...more }), address)

test('spellings of one question are counted together, with what was followed and where it stood', async () => {
  const editor = await signedIn('editor')
  await seen('什么是 Zero-Copy', { total: 4 })
  await seen('zero copy', { total: 4, rank: 3 })
  await seen('ZERO COPY?', { total: 4, again: true, rank: 1 })

  const [first] = await listFrequentSearches(editor, 30)

  expect(first).toEqual({ query: 'ZERO COPY?', count: 2, clicks: 2, meanRank: 2 })
})

test('what finds nothing is listed as missing, until a question has that name', async () => {
  const editor = await signedIn('editor')
  await seen('量子纠缠')
  await seen('量子纠缠')
  await seen('半个答案', { total: 3, relaxed: true })
  await seen('都有', { total: 3 })
  const missing = async () =>
    (await listMissedSearches(editor, 30)).map(({ query, count, partly }) => [query, count, partly])
  expect(await missing()).toEqual([
    ['量子纠缠', 2, false],
    ['半个答案', 1, true],
  ])

  const { id: noteId } = await givenNote()
  await database().transaction(async (tx) => {
    const { id } = await givenEntry(tx, { noteId, title: '什么是量子纠缠？' })
    await queueForIndexing(tx, [id])
  })

  expect(await missing()).toEqual([['半个答案', 1, true]])
})

test.each(['', ' ', '的', 'x', 'tag:网络 tcp', 'tcp is:unanswered', 'tag:', '\0', '。。。'])(
  '%j tells nothing and is not counted',
  async (q) => {
    const rows = () => database().select({ key: searchCount.key }).from(searchCount)
    const before = await rows()

    await seen(q)

    expect(await rows()).toEqual(before)
  },
)

test('who and from where is kept nowhere, and old days go', async () => {
  await seen('新的一问', {}, '203.0.113.77')
  const rows = await database().select().from(searchCount)

  expect(rows.map(({ key }) => key)).not.toContain('陈年')
  expect(JSON.stringify(rows)).not.toContain('203.0.113')
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual([
    'clicks',
    'count',
    'day',
    'key',
    'query',
    'rankSum',
    'results',
  ])
})

test('one address may tell only so much', async () => {
  const many = Array.from({ length: 70 }, (_, i) => seen(`很多次 ${i}`, {}, '198.51.100.9'))

  const told = await Promise.allSettled(many)

  expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(60)
})

test('only editors see what is searched for', async () => {
  const member = await signedIn('member')
  await expect(listMissedSearches(member, 30)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(listFrequentSearches(guest, 30)).rejects.toMatchObject({ code: 'forbidden' })
})
