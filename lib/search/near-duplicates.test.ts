import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '#db/client'
import { entry } from '#db/schema/entries'
import { anyReader } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { listNearDuplicates } from './near-duplicates.ts'
import { queueForIndexing } from './outbox.ts'

testDatabase()

const there = [
  { title: 'TCP 三次握手的过程', aliases: ['三次握手', 'three-way handshake'] },
  { title: 'TCP 四次挥手的过程' },
  { title: 'MySQL 的乐观锁是什么？' },
  { title: 'Redis 的缓存雪崩是什么？' },
  { title: '什么是写时复制？' },
  { title: 'What is the GIL in Python?' },
  { title: '薪资怎么谈' },
  { title: '扔掉的袋熊问题' },
]
const ids: string[] = []

beforeAll(async () => {
  const { id: noteId } = await givenNote()
  await database().transaction(async (tx) => {
    for (const question of there) ids.push((await givenEntry(tx, { noteId, ...question })).id)
    await tx
      .update(entry)
      .set({ trashedAt: new Date() })
      .where(eq(entry.id, ids.at(-1) ?? ''))
    await queueForIndexing(tx, ids)
  })
})

const same = async (title: string) =>
  (await listNearDuplicates(anyReader, title)).filter(({ isSame }) => isSame).map((near) => near.title)

test.each([
  ['the same', 'TCP 三次握手的过程', ['TCP 三次握手的过程']],
  ['in another order', '三次握手的过程 TCP 是什么', ['TCP 三次握手的过程']],
  ['in another spelling', 'tcp三次握手过程？', ['TCP 三次握手的过程']],
  ['by another name', 'Three-Way Handshake', ['TCP 三次握手的过程']],
  ['in traditional characters', 'Redis 的緩存雪崩是什麼', ['Redis 的缓存雪崩是什么？']],
  ['asked in other words', '请解释一下 Redis 缓存雪崩', ['Redis 的缓存雪崩是什么？']],
  ['in English', "what's GIL in python", ['What is the GIL in Python?']],
  ['its opposite', 'MySQL 的悲观锁是什么？', []],
  ['its neighbour', 'TCP 两次握手行不行', []],
  ['something else', '量子退火', []],
  ['of no matter', '？？？', []],
])('a question %s: %s', async (_, title, expected) => {
  expect(await same(title)).toEqual(expected)
})

test('what is near stands in order, with its state and its note, the opposite too', async () => {
  const near = await listNearDuplicates(anyReader, 'MySQL 的悲观锁是什么？')

  expect(near).toMatchObject([
    { title: 'MySQL 的乐观锁是什么？', state: 'unanswered', note: { title: '笔记' }, isSame: false },
  ])
})

test('what is in the trash is near to nothing', async () => {
  expect(await listNearDuplicates(anyReader, '扔掉的袋熊问题')).toEqual([])
})
