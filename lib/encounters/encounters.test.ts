import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { database } from '#db/client'
import { encounter, entry } from '#db/schema/entries'
import { searchDoc } from '#db/schema/search'
import { guest, type SignedIn } from '#lib/auth/viewer'
import { mergeEntries } from '#lib/duplicates/merge'
import { listEncounters } from '#lib/entries/queries'
import { queueForIndexing } from '#lib/search/outbox'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { asGuest, signedIn } from '#lib/testing/people'
import { changeEncounter } from './change-encounter.ts'
import { Occasion, RecordEncounter } from './input.ts'
import { matchQuestions } from './match-questions.ts'
import { listAsked, listCompanies, listEncountersOf } from './queries.ts'
import { recordEncounter } from './record-encounter.ts'
import { Interview, recordInterview } from './record-interview.ts'
import { restoreEncounter } from './restore-encounter.ts'
import { retractEncounter } from './retract-encounter.ts'
import { takeBackInterview } from './take-back-interview.ts'

testDatabase()

let member: SignedIn
let other: SignedIn
let editor: SignedIn
let noteId: string
beforeAll(async () => {
  member = await signedIn('member')
  other = await signedIn('member')
  editor = await signedIn('editor')
  noteId = (await givenNote()).id
})

const given = (title: string): Promise<{ id: string; shortId: string }> =>
  database().transaction(async (tx) => {
    const { id } = await givenEntry(tx, { noteId, title })
    await queueForIndexing(tx, [id])
    const [row] = await tx.select({ shortId: entry.shortId }).from(entry).where(eq(entry.id, id))
    return { id, shortId: row!.shortId }
  })
const record = (viewer: SignedIn, entryId: string, more: object = {}) =>
  recordEncounter(viewer, RecordEncounter.parse({ entry: entryId, ...more }))
const asked = async (id: string) =>
  (await database().select({ asked: searchDoc.asked }).from(searchDoc).where(eq(searchDoc.id, id)))[0]?.asked

test('what was asked is kept with where and when, counted, and offered again', async () => {
  const { id } = await given('什么是零拷贝')

  await record(member, id, { when: '2026-03', company: '甲公司', role: '后端', round: '一面', times: '2' })
  await record(other, id, { company: '乙公司' })

  expect(await asked(id)).toBe(3)
  const known = await listEncountersOf(member, id)
  expect(known.map(({ company, askedOn, precision, times }) => [company, askedOn, precision, times])).toEqual(
    [
      ['甲公司', '2026-03-01', 'month', 2],
      ['乙公司', null, 'unknown', 1],
    ],
  )
  expect(await listCompanies(member)).toEqual(expect.arrayContaining(['甲公司', '乙公司']))
  const ofOne = await listAsked(member, { company: '甲公司', limit: 10 })
  expect(ofOne.map(({ title, times, last }) => [title, times, last])).toEqual([
    ['什么是零拷贝', 2, '2026-03-01'],
  ])
})

test('one’s own is changed and taken back, others’ only by editors, and what is taken back no longer counts', async () => {
  const { id } = await given('什么是写时复制')
  const made = await record(member, id, { times: '4' })
  const change = { encounter: made.id, times: 2, ...Occasion.parse({ company: '丙' }) }

  await expect(changeEncounter(other, change)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(retractEncounter(other, { encounter: made.id })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await asked(id)).toBe(4)
  await changeEncounter(member, change)
  expect(await asked(id)).toBe(2)
  await retractEncounter(editor, { encounter: made.id })
  expect(await asked(id)).toBe(0)
  expect(await listEncounters(id)).toEqual([])
  await expect(retractEncounter(member, { encounter: made.id })).rejects.toMatchObject({ code: 'not-found' })
  expect(await database().select().from(encounter).where(eq(encounter.id, made.id))).toHaveLength(1)
})

test('what was taken back is brought back by the same people, and counts once', async () => {
  // given
  const { id } = await given('什么是页表')
  const { id: made } = await record(member, id, { times: '3' })
  await expect(restoreEncounter(member, { encounter: made })).rejects.toMatchObject({ code: 'not-found' })
  await retractEncounter(member, { encounter: made })
  // when
  await expect(restoreEncounter(other, { encounter: made })).rejects.toMatchObject({ code: 'forbidden' })
  await restoreEncounter(member, { encounter: made })
  // then
  expect(await asked(id)).toBe(3)
  await expect(restoreEncounter(member, { encounter: made })).rejects.toMatchObject({ code: 'not-found' })
})

test('what came with a heading is not for people to change', async () => {
  const { id } = await given('什么是页缓存')
  const [mark] = await database()
    .insert(encounter)
    .values({ entryId: id, precision: 'unknown', mark: '(2)', times: 2, reportedBy: member.id })
    .returning({ id: encounter.id })
  await expect(retractEncounter(editor, { encounter: mark!.id })).rejects.toMatchObject({ code: 'forbidden' })
})

test('marks of merged questions count where these went, and both marks stand', async () => {
  const [a, b] = [await given('什么是软链接甲'), await given('什么是软链接乙')]
  for (const { id } of [a, b])
    await database()
      .insert(encounter)
      .values({ entryId: id, precision: 'unknown', mark: '(2)', times: 2, reportedBy: member.id })
  await record(member, a.id)

  await mergeEntries(editor, { from: a.id, into: b.id })

  expect(await asked(b.id)).toBe(5)
  expect(await listEncounters(b.id)).toHaveLength(3)
  const listed = (await listAsked(member, { limit: 500 })).filter(({ title }) =>
    title?.startsWith('什么是软链接'),
  )
  expect(listed.map(({ title, times }) => [title, times])).toEqual([['什么是软链接乙', 5]])
})

test('what is asked most stands first, or what was asked last', async () => {
  const [often, lately] = [await given('什么是内联'), await given('什么是逃逸分析')]
  await record(member, often.id, { when: '2024', times: '3', company: '己公司' })
  await record(member, lately.id, { when: '2026-01-02', company: '己公司' })
  const titles = async (latest: boolean) =>
    (await listAsked(member, { company: '己公司', latest, limit: 9 })).map(({ title }) => title)

  expect(await titles(false)).toEqual(['什么是内联', '什么是逃逸分析'])
  expect(await titles(true)).toEqual(['什么是逃逸分析', '什么是内联'])
})

test('guests neither record nor see who was asked what', async () => {
  const { id, shortId } = await given('什么是硬链接')
  const nobody = asGuest(member)
  await expect(record(nobody, id)).rejects.toMatchObject({ code: 'forbidden' })
  const interview = Interview.parse({ occasion: {}, questions: [{ entry: shortId }] })
  await expect(recordInterview(nobody, interview)).rejects.toMatchObject({
    code: 'forbidden',
  })
  const nothing = { encounters: [], questions: [] }
  await expect(takeBackInterview(nobody, nothing)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await asked(id)).toBe(0)
  await expect(listEncountersOf(guest, id)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(listCompanies(guest)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(listAsked(guest, { limit: 1 })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(matchQuestions(guest, 'x')).rejects.toMatchObject({ code: 'forbidden' })
})

test.each([
  ['', null, 'unknown'],
  ['2024', '2024-01-01', 'year'],
  ['2024-2', '2024-02-01', 'month'],
  ['2024年2月29日', '2024-02-29', 'day'],
  ['２０２４/２/１', '2024-02-01', 'day'],
])('%j is a date as exactly as it is known', (when, askedOn, precision) => {
  expect(Occasion.parse({ when }).when).toEqual({ askedOn, precision })
})

test.each(['2023-02-29', '2024-13', '9999', 'soon', '24-1-1', '1999-0-1'])('%j is no date', (when) => {
  expect(Occasion.safeParse({ when }).success).toBe(false)
})

test('each question of an interview finds its entry or none, whatever numbers stand before it', async () => {
  const { shortId } = await given('TCP 的慢启动是什么')
  await given('间隙锁锁住什么')

  const found = await matchQuestions(
    member,
    '1. TCP慢启动\n\n（2）什么是缺页异常？\n- Q3: 间隙锁锁住什么？\n3 次握手是什么',
  )

  expect(found.map(({ question }) => question)).toEqual([
    'TCP慢启动',
    '什么是缺页异常？',
    '间隙锁锁住什么？',
    '3 次握手是什么',
  ])
  expect(found[0]?.best).toBe(shortId)
  expect(found[1]?.best).toBe(null)
  expect(found[2]?.candidates[0]?.title).toBe('间隙锁锁住什么')
  await expect(matchQuestions(member, ' \n--- ')).rejects.toMatchObject({ code: 'invalid' })
})

test('an interview is kept whole, with new questions, or not at all', async () => {
  const { id, shortId } = await given('什么是虚拟 IP')
  const occasion = Occasion.parse({ when: '2026-05-04', company: '丁公司' })

  const kept = await recordInterview(member, {
    occasion,
    questions: [{ entry: shortId }, { note: noteId, title: '什么是心跳' }],
  })
  expect([kept.encounters.length, kept.questions.length]).toEqual([2, 1])
  expect((await listAsked(member, { company: '丁公司', limit: 9 })).map(({ title }) => title).sort()).toEqual(
    ['什么是心跳', '什么是虚拟 IP'].sort(),
  )

  const broken = recordInterview(member, {
    occasion,
    questions: [{ entry: shortId }, { note: '01900000-0000-7000-8000-00000000ffff', title: '没有' }],
  })
  await expect(broken).rejects.toMatchObject({ code: 'not-found' })
  expect(await asked(id)).toBe(1)
})

test('an interview is taken back with the questions that it brought, but not what others did with them since', async () => {
  // given
  const { id, shortId } = await given('什么是反压')
  const kept = await recordInterview(member, {
    occasion: Occasion.parse({ company: '戊公司' }),
    questions: [
      { entry: shortId },
      { note: noteId, title: '误粘的一行' },
      { note: noteId, title: '别人也被问过的' },
    ],
  })
  const [mistaken, met] = kept.questions
  await record(other, met!)
  const isThere = async (entryId: string) =>
    (await database().select().from(entry).where(eq(entry.id, entryId)))[0]?.trashedAt === null
  // when
  await takeBackInterview(other, kept)
  expect([await asked(id), await isThere(mistaken!)]).toEqual([1, true])
  await takeBackInterview(member, kept)
  await takeBackInterview(member, kept)
  // then
  expect([await asked(id), await asked(met!)]).toEqual([0, 1])
  expect([await isThere(id), await isThere(mistaken!), await isThere(met!)]).toEqual([true, false, true])
})

test('ten people who record the same question at once are ten', async () => {
  const { id } = await given('什么是会话保持')
  await Promise.all(Array.from({ length: 10 }, () => record(member, id)))
  expect(await asked(id)).toBe(10)
})
