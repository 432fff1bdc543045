import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { queueForIndexing } from '#lib/search/outbox'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { GET } from './route.ts'

testDatabase()

async function get(parameters: Record<string, string>) {
  const response = await GET(
    new NextRequest(`http://localhost/api/search?${new URLSearchParams(parameters)}`),
  )
  return {
    status: response.status,
    cache: response.headers.get('cache-control'),
    body: await response.json(),
  }
}

test('answers with hits in the form it promises, and nothing keeps the answer', async () => {
  const { id: noteId, shortId } = await givenNote('一')
  await database().transaction(async (tx) => {
    const { id } = await givenEntry(tx, {
      noteId,
      title: '布隆过滤器',
      answers: [{ markdown: '可能误判。' }],
      tags: ['Cache'],
    })
    await queueForIndexing(tx, [id])
  })

  const { status, cache, body } = await get({
    q: '过滤',
    limit: '5',
    offset: '0',
    note: shortId,
    tag: 'cache',
    state: 'answered',
  })

  expect(status).toBe(200)
  expect(cache).toBe('no-store')
  expect(Object.keys(body).sort()).toEqual([
    'correction',
    'degraded',
    'engine',
    'hits',
    'relaxed',
    'tookMs',
    'total',
  ])
  expect(body.hits[0]).toMatchObject({ kind: 'entry', title: '布隆过滤器', state: 'answered', section: null })
  expect(body.hits[0].snippet).toEqual([{ t: '可能误判。', hit: false }])
})

test('nothing typed and empty parameters list the latest', async () => {
  const { status, body } = await get({ q: '', note: '', tag: '', state: '' })
  expect(status).toBe(200)
  expect(body.hits).toHaveLength(1)
})

test.each<Record<string, string>>([
  { limit: '0' },
  { limit: '51' },
  { limit: 'x' },
  { offset: '951' },
  { offset: '-1' },
  { state: 'done' },
  { q: '锁'.repeat(201) },
  { tag: 'x'.repeat(51) },
  { tag: 'a\0b' },
  { note: '../etc' },
])('refuses %j with a reason', async (parameters) => {
  const { status, cache, body } = await get(parameters)
  expect(status).toBe(400)
  expect(cache).toBe('no-store')
  expect(body).toEqual({
    error: { code: 'invalid', message: expect.stringContaining(Object.keys(parameters)[0] ?? '?') },
  })
})

test.each(['%', '\0', "'; drop table entry; --", '{}', '锁'.repeat(200), '\ud800', ' '])(
  'takes %j as a query',
  async (q) => {
    expect((await get({ q })).status).toBe(200)
  },
)
