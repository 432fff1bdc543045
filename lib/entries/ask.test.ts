import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { audit } from '#db/schema/audit'
import { entry } from '#db/schema/entries'
import { note, section } from '#db/schema/notes'
import { searchEntries } from '#lib/search/search'
import { testDatabase } from '#lib/testing/database'
import { givenNote } from '#lib/testing/given-entry'
import { signedIn } from '#lib/testing/people'
import { Ask, ask } from './ask.ts'
import { insertSection } from './insert-section.ts'
import { NearlySame } from './nearly-same.ts'
import { findEntry, listAnswers, listEntryTags } from './queries.ts'
import { renderText } from './render-text.ts'

testDatabase()

const asking = (note: string, title: string, more: Partial<Ask> = {}) =>
  Ask.parse({ operationId: v7(), note, title, ...more })

test('a question that a member asks stands unanswered at the end of its note, is found at once and noted', async () => {
  const member = await signedIn('member')
  const { id: noteId } = await givenNote('要问的')
  await ask(member, asking(noteId, '第一问 zebrafish'))

  const { shortId } = await ask(member, asking(noteId, '第二问 zebrafish'))

  const made = await findEntry(shortId)
  expect(made).toMatchObject({ title: '第二问 zebrafish', state: 'unanswered', author: member.name })
  const { hits } = await searchEntries(member, { q: '第二问', limit: 5, offset: 0 })
  expect(hits.map(({ id }) => id)).toEqual([shortId])
  const positions = await database()
    .select({ position: entry.position })
    .from(entry)
    .where(eq(entry.noteId, noteId))
    .orderBy(entry.position)
  expect(positions).toEqual([{ position: 1 }, { position: 2 }])
  const events = await database()
    .select({ action: audit.action })
    .from(audit)
    .where(eq(audit.objectId, made?.id ?? ''))
  expect(events).toEqual([{ action: 'entry.ask' }])
})

test('two questions asked at once both stand, one after the other', async () => {
  const member = await signedIn('member')
  const { id: noteId } = await givenNote()

  await Promise.all(['甲', '乙', '丙'].map((title) => ask(member, asking(noteId, title))))

  const rows = await database()
    .select({ position: entry.position })
    .from(entry)
    .where(eq(entry.noteId, noteId))
  expect(rows.map(({ position }) => position).sort()).toEqual([1, 2, 3])
})

test('a note in the trash, one that never was, and nobody in particular: nothing is asked', async () => {
  const member = await signedIn('member')
  const { id: noteId } = await givenNote()
  await database().update(note).set({ trashedAt: new Date() }).where(eq(note.id, noteId))

  await expect(ask(member, asking(noteId, '题'))).rejects.toMatchObject({ code: 'not-found' })
  await expect(ask(member, asking(member.id, '题'))).rejects.toMatchObject({ code: 'not-found' })
  const suspended = { ...member, role: 'guest' } as unknown as typeof member // whoever lost the right since
  await expect(ask(suspended, asking(noteId, '题'))).rejects.toMatchObject({ code: 'forbidden' })
  expect(await database().select({ id: entry.id }).from(entry).where(eq(entry.noteId, noteId))).toEqual([])
})

test('a question with context, a first answer and tags stands whole, in its section', async () => {
  // given
  const member = await signedIn('member')
  const { id: noteId } = await givenNote()
  const sectionId = await givenSection(noteId, member.id)
  // when
  const made = await ask(
    member,
    asking(noteId, '索引下推是什么？', {
      section: sectionId,
      context: '以 InnoDB 为例。',
      answer: '在存储引擎里就用索引里的列过滤，少回表。',
      tags: ['ＭySQL', 'mysql', '索引'],
    }),
  )
  // then
  const entry = await findEntry(made.shortId)
  expect(entry).toMatchObject({ state: 'answered', sectionId, markdown: '以 InnoDB 为例。' })
  const answers = await listAnswers(made.id)
  expect(answers).toMatchObject([{ origin: 'person', authorId: member.id, number: 1 }])
  expect((await listEntryTags(made.id)).map(({ name }) => name)).toHaveLength(2)
})

test('the same question sent twice, also at once, is asked once', async () => {
  const member = await signedIn('member')
  const { id: noteId } = await givenNote()
  const wanted = asking(noteId, '什么是写时复制 quokka？', { tags: ['操作系统'] })

  const made = await Promise.all([ask(member, wanted), ask(member, wanted), ask(member, wanted)])

  expect(new Set(made.map(({ shortId }) => shortId)).size).toBe(1)
  expect(await database().$count(entry, eq(entry.noteId, noteId))).toBe(1)
})

test('what is asked already is said before it is asked again, and may be asked all the same', async () => {
  const member = await signedIn('member')
  const { id: noteId } = await givenNote()
  const first = await ask(member, asking(noteId, 'Redis 的缓存雪崩是什么？'))

  const again = ask(member, asking(noteId, 'redis缓存雪崩是什么'))

  const refused = await again.catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(NearlySame)
  expect((refused as NearlySame).entries).toMatchObject([{ shortId: first.shortId, isSame: true }])
  expect(await database().$count(entry, eq(entry.noteId, noteId))).toBe(1)
  await ask(member, asking(noteId, 'redis缓存雪崩是什么', { anyway: true }))
  expect(await database().$count(entry, eq(entry.noteId, noteId))).toBe(2)
})

test('a section of another note, or one in the trash, takes no question', async () => {
  const member = await signedIn('member')
  const [{ id: noteId }, { id: other }] = [await givenNote(), await givenNote()]
  const [foreign, trashed] = [await givenSection(other, member.id), await givenSection(noteId, member.id)]
  await database().update(section).set({ trashedAt: new Date() }).where(eq(section.id, trashed))

  for (const wanted of [foreign, trashed])
    await expect(ask(member, asking(noteId, '题', { section: wanted }))).rejects.toMatchObject({
      code: 'not-found',
      details: { field: 'section' },
    })
  expect(await database().$count(entry, eq(entry.noteId, noteId))).toBe(0)
})

test.each([
  ['an empty title', { title: '  ' }],
  ['a title of 201 characters', { title: '长'.repeat(201) }],
  ['a bidi control', { title: 'a\u202eb' }],
  ['21 tags', { tags: Array.from({ length: 21 }, (_, n) => `t${n}`) }],
  ['a tag of 51 characters', { tags: ['长'.repeat(51)] }],
  ['a tag with a comma', { tags: ['a, b'] }],
  ['more than 256 KB', { answer: '字'.repeat(90_000) }],
])('%s is refused before anything is asked', (_, more) => {
  expect(Ask.safeParse({ operationId: v7(), note: v7(), title: '题', ...more }).success).toBe(false)
})

async function givenSection(noteId: string, authorId: string): Promise<string> {
  const id = v7()
  const text = { markdown: '', rendered: await renderText(noteId, id, '') }
  const place = { noteId, parentId: null, position: 1, level: 2, title: '节', kind: 'edit' as const }
  await database().transaction((tx) => insertSection(tx, { id, text, authorId, ...place }))
  return id
}
