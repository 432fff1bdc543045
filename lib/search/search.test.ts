import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { answer, entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { searchOutbox } from '#db/schema/search'
import { guest } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { type EntryGiven, givenEntry, givenNote } from '#lib/testing/given-entry'
import { EntrySearch } from './input.ts'
import { queueForIndexing } from './outbox.ts'
import { searchEntries } from './search.ts'

testDatabase()

const ask = (query: Partial<EntrySearch>) => searchEntries(guest, EntrySearch.parse(query))

async function indexed(given: EntryGiven): Promise<{ id: string; answerIds: string[] }> {
  return database().transaction(async (tx) => {
    const made = await givenEntry(tx, given)
    await queueForIndexing(tx, [made.id])
    return made
  })
}

test('a saved question is found when its transaction commits, with title, place, state and the best passage', async () => {
  const { id: noteId, shortId } = await givenNote('网络')
  await indexed({
    noteId,
    section: '传输层',
    title: '为什么建立连接要三次？',
    answers: [
      { markdown: '先说结论。', substance: 'some' },
      { markdown: `${'无关的话。'.repeat(60)}\n\n双方都要确认 **initial sequence** 已被收到。\n` },
    ],
  })

  const { hits, total, ...rest } = await ask({ q: 'initial sequence' })

  expect(total).toBe(1)
  expect(rest).toMatchObject({ relaxed: false, correction: null, engine: 'postgres', degraded: false })
  expect(hits[0]).toMatchObject({
    kind: 'entry',
    title: '为什么建立连接要三次？',
    titlePieces: [{ t: '为什么建立连接要三次？', hit: false }],
    note: { id: shortId, title: '网络' },
    section: { title: '传输层', path: ['传输层'] },
    state: 'answered',
  })
  expect(hits[0]?.url).toMatch(/^\/entries\/%E4%B8%BA.*-[0-9a-z]{10}$/)
  expect(hits[0]?.snippet).toContainEqual({ t: 'initial', hit: true })
  expect(hits[0]?.snippet.map((piece) => piece.t).join('')).toContain(
    '双方都要确认 initial sequence 已被收到',
  )
})

test('aliases, tags, sections and context find the question too', async () => {
  const { id: noteId } = await givenNote()
  const { id } = await indexed({
    noteId,
    title: '读多写少时怎么加锁',
    context: '考虑缓存 xylophone 的场景',
    section: '同步原语四',
    aliases: ['共享独占锁'],
    tags: ['锁机制'],
  })
  const [row] = await database().select({ shortId: entry.shortId }).from(entry).where(eq(entry.id, id))
  for (const q of ['共享独占', 'xylophone', '同步原语四', '锁机制', 'gongxiangduzhan']) {
    const { hits } = await ask({ q })
    expect({ q, ids: hits.map((hit) => hit.id) }).toEqual({ q, ids: [row?.shortId] })
  }
  expect((await ask({ q: '', tag: '锁机制' })).total).toBe(1)
  expect((await ask({ q: '锁', tag: '没有的标签' })).total).toBe(0)
})

test('filters by note and state agree with what the rows say', async () => {
  const [first, second] = [await givenNote(), await givenNote()]
  await indexed({ noteId: first.id, title: '丙烯酸的性质', answers: [{ markdown: '略', substance: 'some' }] })
  await indexed({ noteId: second.id, title: '丙烯酸的制备', answers: [{ markdown: '完整' }] })
  await indexed({ noteId: second.id, title: '丙烯酸的用途' })
  const titles = async (query: Partial<EntrySearch>) =>
    (await ask({ q: '丙烯酸', ...query })).hits.map((hit) => hit.title)

  expect(await titles({})).toEqual(['丙烯酸的制备', '丙烯酸的性质', '丙烯酸的用途'])
  expect(await titles({ note: second.shortId })).toEqual(['丙烯酸的制备', '丙烯酸的用途'])
  expect(await titles({ state: 'unanswered' })).toEqual(['丙烯酸的用途'])
  expect(await titles({ state: 'partial', note: second.shortId })).toEqual([])
  expect(await titles({ limit: 1, offset: 1 })).toEqual(['丙烯酸的性质'])
})

test('what went to the trash is gone from the index; what the index still has is never shown', async () => {
  const { id: noteId } = await givenNote()
  const trashed = await indexed({ noteId, title: '青蒿素的提取' })
  const stale = await indexed({ noteId, title: '青蒿素的历史' })

  await database().transaction(async (tx) => {
    await tx.update(entry).set({ trashedAt: new Date() }).where(eq(entry.id, trashed.id))
    await queueForIndexing(tx, [trashed.id])
  })
  await database().update(entry).set({ trashedAt: new Date() }).where(eq(entry.id, stale.id))

  const answerOfIndex = await ask({ q: '青蒿素' })
  expect(answerOfIndex.total).toBe(1)
  expect(answerOfIndex.hits).toEqual([])
})

test('a note in the trash takes its questions out of the results', async () => {
  const { id: noteId } = await givenNote()
  await indexed({ noteId, title: '琥珀的成因' })
  await database().update(note).set({ trashedAt: new Date() }).where(eq(note.id, noteId))
  expect((await ask({ q: '琥珀' })).hits).toEqual([])
})

test('an answer in the trash neither finds nor shows', async () => {
  const { id: noteId } = await givenNote()
  const answers = [{ markdown: '水晶折射 quartzite' }, { markdown: '其他 cryolite' }]
  const { id, answerIds } = await indexed({ noteId, title: '矿物', answers })
  await database().transaction(async (tx) => {
    await tx.update(answer).set({ trashedAt: new Date() }).where(eq(answer.id, answerIds[0]!))
    await queueForIndexing(tx, [id])
  })
  expect((await ask({ q: 'quartzite' })).total).toBe(0)
  expect((await ask({ q: 'cryolite' })).hits[0]?.snippet.map((piece) => piece.t).join('')).toBe(
    '其他 cryolite',
  )
})

test('a transaction that is rolled back leaves neither document nor mark', async () => {
  const { id: noteId } = await givenNote()
  const before = await database().select().from(searchOutbox)
  await expect(
    database().transaction(async (tx) => {
      const { id } = await givenEntry(tx, { noteId, title: '从未保存的蓝鲸' })
      await queueForIndexing(tx, [id])
      throw new Error('stop')
    }),
  ).rejects.toThrow('stop')
  expect((await ask({ q: '从未保存的蓝鲸' })).hits.filter((hit) => hit.title.includes('蓝鲸'))).toEqual([])
  expect(await database().select().from(searchOutbox)).toEqual(before)
})

test('every change gives the mark of an entry a new number, and something that never was can be queued', async () => {
  const { id: noteId } = await givenNote()
  const { id } = await indexed({ noteId, title: '编号' })
  const mark = async () =>
    (await database().select().from(searchOutbox).where(eq(searchOutbox.entryId, id)))[0]
  const first = await mark()
  const gone = '01900000-0000-7000-8000-00000000dead'
  await database().transaction((tx) => queueForIndexing(tx, [id, gone, id]))
  expect((await mark())?.seq).toBeGreaterThan(first?.seq ?? Number.POSITIVE_INFINITY)
})

test('two imports with the same words at the same time do not wait for each other for ever', async () => {
  const notes = await Promise.all([givenNote(), givenNote()])
  const words = ['foxtrot', 'golfing', 'hotelier', 'juliett']
  await Promise.all(
    notes.map(({ id: noteId }, which) =>
      database().transaction(async (tx) => {
        for (const word of which === 0 ? words : words.toReversed()) {
          const { id } = await givenEntry(tx, { noteId, title: `${word} 的含义` })
          await queueForIndexing(tx, [id])
        }
      }),
    ),
  )
  expect((await ask({ q: 'foxtort' })).correction).toBe('foxtrot')
})
