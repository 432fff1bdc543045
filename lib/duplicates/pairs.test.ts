import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '#db/client'
import { duplicate } from '#db/schema/duplicates'
import { answer, entry } from '#db/schema/entries'
import { revision, revisionCoauthor } from '#db/schema/revisions'
import { requireImporter } from '#lib/auth/importer'
import { guest, type SignedIn } from '#lib/auth/viewer'
import { addAlias } from '#lib/entries/add-alias'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { asGuest, signedIn } from '#lib/testing/people'
import { decideDuplicate } from './decide.ts'
import { mergeEntries } from './merge.ts'
import { findMerge, findMerged, findMergeSide, listMergedInto } from './merge-queries.ts'
import { proposeDuplicates } from './propose.ts'
import { proposePair } from './propose-pair.ts'
import { listDuplicates, listOffers, listSameQuestions } from './queries.ts'
import { takeOver } from './take-over.ts'

testDatabase()

let member: SignedIn
let editor: SignedIn
let noteId: string
beforeAll(async () => {
  member = await signedIn('member')
  editor = await signedIn('editor')
  noteId = (await givenNote()).id
})

const given = (title: string, text?: string) =>
  database().transaction(async (tx) => {
    const answers = text === undefined ? [] : [{ markdown: text }]
    const made = await givenEntry(tx, { noteId, title, answers })
    const [row] = await tx.select({ shortId: entry.shortId }).from(entry).where(eq(entry.id, made.id))
    return { ...made, title, shortId: row!.shortId }
  })
const stateOf = async (id: string) =>
  (await database().select().from(duplicate)).find(
    ({ firstId, secondId }) => firstId === id || secondId === id,
  )?.state
const pairOf = async (id: string) =>
  (await database().select().from(duplicate)).find(
    ({ firstId, secondId }) => firstId === id || secondId === id,
  )!

test('what the system finds is proposed once, and what editors rejected never again', async () => {
  const a = await given('什么是布隆过滤器')
  const b = await given('Bloom filter 的原理')
  await given('怎么谈薪资')

  await proposeDuplicates()
  await proposeDuplicates()
  const { id, firstId } = await pairOf(a.id)
  expect([a.id, b.id]).toContain(firstId)
  expect(await database().select().from(duplicate)).toHaveLength(1)

  await decideDuplicate(editor, { pair: id, seen: 'proposed', decision: 'rejected' })
  await proposeDuplicates()
  await proposeDuplicates({ ids: [a.id] })
  expect(await stateOf(a.id)).toBe('rejected')
  await expect(proposePair(member, { one: a.shortId, other: b.shortId })).rejects.toMatchObject({
    code: 'conflict',
    details: { reason: 'rejected' },
  })
})

test('a proposal that no longer holds is withdrawn, but not one that a person made', async () => {
  const a = await given('什么是雪花算法')
  const b = await given('雪花算法')
  const c = await given('完全不同的事甲')
  await proposePair(member, { one: a.shortId, other: c.shortId })
  await proposeDuplicates()
  expect(await stateOf(b.id)).toBe('proposed')
  await database().update(entry).set({ trashedAt: new Date() }).where(eq(entry.id, b.id))

  const { withdrawn } = await proposeDuplicates()

  expect(withdrawn).toBeGreaterThanOrEqual(1)
  expect(await stateOf(b.id)).toBeUndefined()
  expect(await stateOf(c.id)).toBe('proposed')
})

test('what is made, renamed, thrown away or brought back between two looks is compared as it is by then', async () => {
  const one = await given('什么是令牌桶')
  const other = await given('还没有名字')
  const look = async () => {
    await database().execute(sql`delete from duplicate where ${one.id} in (first_id, second_id)`)
    await proposeDuplicates({ ids: [one.id] })
    return (await stateOf(one.id)) === 'proposed'
  }
  const setTrashed = (trashedAt: Date | null) =>
    database().update(entry).set({ trashedAt }).where(eq(entry.id, other.id))
  expect(await look()).toBe(false)

  await addAlias(editor, { entry: other.id, alias: '令牌桶' })
  expect(await look()).toBe(true)
  await setTrashed(new Date())
  expect(await look()).toBe(false)
  await setTrashed(null)
  expect(await look()).toBe(true)
  await given('令牌桶的原理')
  expect((await listSameQuestions(one.id)).map(({ title }) => title)).not.toContain('令牌桶的原理')
  expect(await look()).toBe(true)
  expect((await listSameQuestions(one.id)).map(({ title }) => title)).toContain('令牌桶的原理')
})

test('members propose, editors decide, and of two decisions at once one stands', async () => {
  const [a, b] = [await given('甲问题'), await given('乙问题')]
  await expect(proposePair(asGuest(member), { one: a.shortId, other: b.shortId })).rejects.toMatchObject({
    code: 'forbidden',
  })
  expect(await proposePair(member, { one: a.shortId, other: b.shortId })).toEqual({ state: 'proposed' })
  expect(await proposePair(member, { one: b.shortId, other: a.shortId })).toEqual({ state: 'proposed' })
  const { id } = await pairOf(a.id)
  await expect(
    decideDuplicate(member, { pair: id, seen: 'proposed', decision: 'confirmed' }),
  ).rejects.toMatchObject({
    code: 'forbidden',
  })

  const outcomes = await Promise.allSettled(
    (['confirmed', 'rejected'] as const).map((decision) =>
      decideDuplicate(editor, { pair: id, seen: 'proposed', decision }),
    ),
  )

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await proposePair(editor, { one: a.shortId, other: b.shortId })).toEqual({ state: 'confirmed' })
  await expect(proposePair(member, { one: a.shortId, other: a.shortId })).rejects.toMatchObject({
    code: 'invalid',
  })
  await expect(proposePair(member, { one: a.shortId, other: 'zz' })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('pairs are listed side by side, with what one could give the other', async () => {
  const [a, b] = [await given('开放的问题丙'), await given('已答的问题丁', '这是答案。')]
  await proposePair(member, { one: a.shortId, other: b.shortId })

  const { pairs } = await listDuplicates(member, { state: 'proposed', helps: true }, 500)

  const pair = pairs.find(({ first, second }) => [first.id, second.id].includes(a.id))!
  const answered = pair.first.id === b.id ? pair.first : pair.second
  expect(answered).toMatchObject({
    title: b.title,
    state: 'answered',
    answers: 1,
    says: '这是答案。',
    note: '笔记',
  })
  expect(pair.score).toBeNull()
  expect((await listSameQuestions(a.id)).map(({ title, confirmed }) => [title, confirmed])).toEqual([
    [b.title, false],
  ])
  await expect(listDuplicates(guest, { state: 'proposed' }, 5)).rejects.toMatchObject({ code: 'forbidden' })
})

test('an answer of a duplicate is taken over once, with credit', async () => {
  const [open, answered] = [await given('开放的问题戊'), await given('已答的问题己', '己的答案。')]
  const wanted = { entry: open.id, answer: answered.answerIds[0]! }
  await expect(takeOver(member, wanted)).rejects.toMatchObject({ code: 'not-found' })
  await proposePair(member, { one: open.shortId, other: answered.shortId })
  expect((await listOffers([answered.id])).map(({ id }) => id)).toEqual(answered.answerIds)

  const outcomes = await Promise.allSettled([takeOver(member, wanted), takeOver(member, wanted)])

  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const [made] = await database().select().from(answer).where(eq(answer.entryId, open.id))
  expect(made).toMatchObject({ authorId: member.id, origin: 'person' })
  const [head] = await database().select().from(revision).where(eq(revision.id, made!.headRevisionId))
  const [source] = await database().select().from(answer).where(eq(answer.id, wanted.answer))
  expect(head?.markdown).toBe('己的答案。')
  expect(head?.summary).toContain(answered.title)
  expect(head?.summary).toContain(`/answers/${source?.shortId}`)
  const credited = await database()
    .select()
    .from(revisionCoauthor)
    .where(eq(revisionCoauthor.revisionId, head!.id))
  expect(credited.map(({ personId }) => personId)).toEqual([(await requireImporter()).id])
  await expect(takeOver(guest as SignedIn, wanted)).rejects.toMatchObject({ code: 'forbidden' })
})

test('a merged question leads to the end of the chain, and says what it took along', async () => {
  const [a, b, c] = [await given('链甲', '一'), await given('链乙'), await given('链丙')]
  expect(await findMerged(a.shortId)).toBeUndefined()
  const { mergeId } = await mergeEntries(editor, { from: a.id, into: b.id })
  await mergeEntries(editor, { from: b.id, into: c.id })

  expect(await findMerged(a.shortId)).toEqual({ shortId: c.shortId, title: '链丙' })
  expect((await listMergedInto(b.id)).map(({ id, title }) => [id, title])).toEqual([[mergeId, '链甲']])
  expect(await findMerge(editor, mergeId)).toMatchObject({ from: '链甲', into: '链乙', answers: 1, names: 1 })
  expect(await findMergeSide(editor, c.shortId)).toMatchObject({ title: '链丙', answers: 1, aliases: 2 })
  expect(await findMergeSide(editor, a.shortId)).toBeUndefined()
  for (const refused of [() => findMerge(guest, mergeId), () => findMergeSide(guest, c.shortId)])
    await expect(refused()).rejects.toMatchObject({ code: 'forbidden' })
})
