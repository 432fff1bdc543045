import { expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database'
import { idOf } from './contract-docs.ts'
import type { SearchDoc } from './engine.ts'
import { postgresEngine } from './postgres/engine.ts'

testDatabase()

const doc = (number: number, title: string, body: string): SearchDoc => ({
  id: idOf(number),
  version: 1,
  title,
  aliases: [],
  headings: '',
  body,
  space: 'many',
  tags: [],
  author: 'wang',
  state: 'answered',
  asked: 0,
  acl: ['public'],
  updatedAt: 1_700_000_000,
})

test('where more titles hold a word than are compared, the one that is just this word still comes first', async () => {
  const engine = postgresEngine()
  for (let from = 1; from <= 2500; from += 500)
    await engine.upsert(Array.from({ length: 500 }, (_, i) => doc(from + i, `第${from + i}次谈缓存`, '')))
  await engine.upsert([doc(3001, '缓存策略', ''), doc(3002, '缓存', '')])

  const ask = (offset: number) => engine.search({ q: '缓存', filter: { acl: ['public'] }, offset, limit: 50 })
  const [first, ...further] = await Promise.all(Array.from({ length: 20 }, (_, page) => ask(page * 50)))
  const all = [first, ...further].flatMap((page) => page?.hits.map(({ id }) => id))

  expect(all.slice(0, 2)).toEqual([idOf(3002), idOf(3001)])
  expect(new Set(all).size).toBe(1000)
  expect(first?.total).toBeGreaterThanOrEqual(400)
  expect(further.at(-1)?.total).toBe(1000)
})

test('a text larger than a vector can hold is found by its beginning', async () => {
  const engine = postgresEngine()
  const characters = Array.from({ length: 400_000 }, (_, i) =>
    String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000)),
  )
  await engine.upsert([doc(4001, '很长的一篇', `开头有 zebra。${characters.join('')}`)])
  expect((await engine.search({ q: 'zebra', filter: { acl: ['public'] } })).hits).toHaveLength(1)
})
