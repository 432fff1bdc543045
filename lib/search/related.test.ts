import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '#db/client'
import { entry } from '#db/schema/entries'
import { guest } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { queueForIndexing } from './outbox.ts'
import { listRelated } from './related.ts'

testDatabase()

const titles = [
  'TCP 三次握手的过程',
  'TCP 四次挥手的过程',
  '为什么 TCP 需要三次握手',
  'UDP 与 TCP 的区别',
  'Redis 的持久化方式',
  'Redis 持久化 AOF 重写',
  'GIL 是什么',
  '薪资怎么谈',
  ...Array.from({ length: 8 }, (_, i) => `间隙锁第 ${i} 问`),
]
const ids = new Map<string, string>()

beforeAll(async () => {
  const { id: noteId } = await givenNote()
  await database().transaction(async (tx) => {
    for (const title of titles) {
      const { id } = await givenEntry(tx, {
        noteId,
        title,
        answers: [{ markdown: 'TCP、Redis、GIL 和间隙锁都提一下。' }],
      })
      ids.set(title, id)
    }
    await queueForIndexing(tx, [...ids.values()])
  })
})

const relatedTo = async (title: string) =>
  (await listRelated(guest, { id: ids.get(title) ?? '', title, tags: [] })).map((one) => one.title)

test('questions about the same thing come, the nearest first, without the question itself', async () => {
  const [first, ...others] = await relatedTo('TCP 三次握手的过程')

  expect(first).toBe('为什么 TCP 需要三次握手')
  expect(others).toContain('TCP 四次挥手的过程')
  expect(await relatedTo('Redis 的持久化方式')).toEqual(['Redis 持久化 AOF 重写'])
})

test('a question that has the words only in its answer is not related', async () => {
  expect(await relatedTo('GIL 是什么')).toEqual([])
  expect(await relatedTo('薪资怎么谈')).toEqual([])
})

test('there are at most five', async () => {
  const found = await relatedTo('间隙锁第 0 问')

  expect(found).toHaveLength(5)
  expect(new Set(found).size).toBe(5)
})

test('a question in the trash is never related, also where the index is behind', async () => {
  const id = ids.get('Redis 持久化 AOF 重写') ?? ''
  await database().update(entry).set({ trashedAt: new Date() }).where(eq(entry.id, id))

  expect(await relatedTo('Redis 的持久化方式')).toEqual([])
})

test.each(['', '。', '的', '%', "'; drop table entry; --", 'x'.repeat(200)])(
  'takes %j as a title',
  async (title) => {
    const found = await listRelated(guest, { id: ids.get('GIL 是什么') ?? '', title, tags: ['锁', ''] })
    expect(Array.isArray(found)).toBe(true)
  },
)
