import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { correction, correctionRev, report } from '#db/schema/corrections'
import { entry } from '#db/schema/entries'
import { requireImporter } from '#lib/auth/importer'
import { guest } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { type AnswerGiven, givenAnswer } from '#lib/testing/given-correction'
import { EntrySearch } from './input.ts'
import { queueForIndexing } from './outbox.ts'
import { searchEntries } from './search.ts'

testDatabase()

const right = '双方要先确认**初始序列号**已被收到。'
const wrong = '最后的确认报文也会占用一个序号。'

async function givenIndexed(markdown = `${right}${wrong}\n`): Promise<AnswerGiven> {
  const text = await givenAnswer(markdown, '建立连接要几步？')
  await database().transaction((tx) => queueForIndexing(tx, [text.entryId]))
  return text
}

/** Of the entry's hit. */
async function isDisputed({ entryId }: { entryId: string }, q: string): Promise<boolean | undefined> {
  const [row] = await database().select({ shortId: entry.shortId }).from(entry).where(eq(entry.id, entryId))
  const { hits } = await searchEntries(guest, EntrySearch.parse({ q }))
  return hits.find(({ id }) => id === row!.shortId)?.disputed
}

async function givenOpen(of: AnswerGiven, markdown: string) {
  const { id: authorId } = await requireImporter()
  const id = v7()
  await database().insert(correction).values({ id, answerId: of.id, kind: 'typo', authorId })
  await database()
    .insert(correctionRev)
    .values({ correctionId: id, number: 1, baseRevisionId: of.baseId, markdown, authorId })
  return id
}

test('a hit whose sentence somebody wants changed is disputed, one beside it is not, until that is decided', async () => {
  // given
  const text = await givenIndexed()
  expect(await isDisputed(text, '占用一个序号')).toBe(false)
  const id = await givenOpen(text, `${right}最后的确认报文不占用序号。\n`)
  // then
  expect(await isDisputed(text, '占用一个序号')).toBe(true)
  expect(await isDisputed(text, '初始序列号')).toBe(false)
  // when
  await database().update(correction).set({ state: 'rejected' }).where(eq(correction.id, id))
  // then
  expect(await isDisputed(text, '占用一个序号')).toBe(false)
})

test('another wording of an open correction counts from then on', async () => {
  const text = await givenIndexed()
  const id = await givenOpen(text, `${right}最后的确认报文不占用序号。\n`)
  expect(await isDisputed(text, '初始序列号')).toBe(false)

  const { id: authorId } = await requireImporter()
  const markdown = `双方要先交换序列号。${wrong}\n`
  await database()
    .insert(correctionRev)
    .values({ correctionId: id, number: 2, baseRevisionId: text.baseId, markdown, authorId })
  await database().update(correction).set({ rev: 2 }).where(eq(correction.id, id))

  expect(await isDisputed(text, '初始序列号')).toBe(true)
  expect(await isDisputed(text, '占用一个序号')).toBe(false)
})

test('a reported passage is disputed with the sentence around it, whatever marks stand in it, until the report is closed', async () => {
  // given
  const text = await givenIndexed()
  const { id: authorId } = await requireImporter()
  const id = v7()
  const passage = { quote: '初始序列号', prefix: '双方要先确认', suffix: '已被收到。最后的确认' }
  await database()
    .insert(report)
    .values({ id, answerId: text.id, revisionId: text.baseId, kind: 'wrong', passage, why: '', authorId })
  // then
  expect(await isDisputed(text, '双方要先确认')).toBe(true)
  expect(await isDisputed(text, '占用一个序号')).toBe(false)
  // when
  await database().update(report).set({ closedAt: new Date(), closedBy: authorId }).where(eq(report.id, id))
  // then
  expect(await isDisputed(text, '双方要先确认')).toBe(false)
})

test('a title that somebody wants changed is disputed where it is what was found', async () => {
  const text = await givenIndexed()
  const { id: authorId } = await requireImporter()
  const [row] = await database().select().from(entry).where(eq(entry.id, text.entryId))
  const id = v7()
  await database().insert(correction).values({ id, entryId: text.entryId, kind: 'typo', authorId })
  await database().insert(correctionRev).values({
    correctionId: id,
    number: 1,
    baseRevisionId: row!.headRevisionId,
    title: '建立连接要三步吗？',
    markdown: '',
    authorId,
  })

  expect(await isDisputed(text, '建立连接要几步')).toBe(true)
  expect(await isDisputed(text, '占用一个序号')).toBe(false)
})
