import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { audit } from '#db/schema/audit'
import { entry } from '#db/schema/entries'
import { note, section } from '#db/schema/notes'
import { Ask, ask } from '#lib/entries/ask'
import { findSectionToEdit } from '#lib/entries/find-section-to-edit'
import { Revise, revise } from '#lib/entries/revise'
import { Refusal } from '#lib/refusal'
import { searchEntries } from '#lib/search/search'
import { testDatabase } from '#lib/testing/database'
import { givenNote } from '#lib/testing/given-entry'
import { signedIn } from '#lib/testing/people'
import { exportNote } from './export-note.ts'
import { importNote } from './import-note.ts'
import { MakeNote, makeNote } from './make-note.ts'
import { MakeSection, makeSection } from './make-section.ts'
import { findNote, findOutline, listNotes } from './queries.ts'
import { RenameNote, renameNote } from './rename-note.ts'

testDatabase()

async function changedAt(id: string) {
  const [row] = await database().select({ changedAt: entry.changedAt }).from(entry).where(eq(entry.id, id))
  return row?.changedAt
}

const naming = (title: string) => MakeNote.parse({ operationId: v7(), title })
const placing = (noteId: string, title: string, parent: string | null = null) =>
  MakeSection.parse({ operationId: v7(), note: noteId, title, parent })

test('a new note stands at the end of the shelf, once however often it is sent, and is noted', async () => {
  const editor = await signedIn('editor')
  await givenNote('先有的')
  const wanted = naming('  我的\u3000笔记 ')

  const made = await Promise.all([makeNote(editor, wanted), makeNote(editor, wanted)])

  expect(made[0]).toEqual(made[1])
  expect((await listNotes()).at(-1)).toMatchObject({ title: '我的 笔记', shortId: made[0].shortId })
  const events = await database().select().from(audit).where(eq(audit.objectId, made[0].id))
  expect(events).toMatchObject([{ action: 'note.make', actorId: editor.id, detail: { after: '我的 笔记' } }])
})

test('nobody gets a note by sending the name of somebody else’s save', async () => {
  const [one, other] = [await signedIn('editor'), await signedIn('editor')]
  const wanted = naming('甲')
  await makeNote(one, wanted)

  await expect(makeNote(other, wanted)).rejects.toMatchObject({ code: 'conflict' })
})

test('a note is renamed by whoever saw its name, and not over somebody else’s new one', async () => {
  const editor = await signedIn('editor')
  const { id, shortId } = await givenNote('旧名')
  const wanted = RenameNote.parse({ note: id, was: '旧名', title: '新名' })

  await Promise.all([renameNote(editor, wanted), renameNote(editor, wanted)])
  const late = renameNote(editor, { note: id, was: '旧名', title: '又一个' })

  await expect(late).rejects.toMatchObject({ code: 'conflict', details: { title: '新名' } })
  expect(await findNote(shortId)).toMatchObject({ title: '新名' })
  const events = await database().select().from(audit).where(eq(audit.objectId, id))
  expect(events).toMatchObject([{ action: 'note.rename', detail: { before: '旧名', after: '新名' } }])
})

test('sections are made at the end, one below the other and one under the other, once each', async () => {
  const editor = await signedIn('editor')
  const { id } = await givenNote()
  const [one, two] = [placing(id, '一'), placing(id, '二')]

  const first = await makeSection(editor, one)
  await Promise.all([makeSection(editor, one), makeSection(editor, two), makeSection(editor, two)])
  await makeSection(editor, placing(id, '一之一', first.id))

  const { sections } = await findOutline(id)
  expect(sections.map(({ title }) => title)).toEqual(['一', '二'])
  expect(sections[0]?.sections.map(({ title }) => title)).toEqual(['一之一'])
  const rows = await database().select({ level: section.level }).from(section).where(eq(section.noteId, id))
  expect(rows.map(({ level }) => level).sort()).toEqual([2, 2, 3])
})

test('a section goes six levels deep, and under none of another note', async () => {
  const editor = await signedIn('editor')
  const [{ id }, { id: other }] = [await givenNote(), await givenNote()]
  const foreign = await makeSection(editor, placing(other, '别处'))
  let parent: string | null = null
  for (let level = 2; level <= 6; level++)
    parent = (await makeSection(editor, placing(id, `层 ${level}`, parent))).id

  await expect(makeSection(editor, placing(id, '太深', parent))).rejects.toMatchObject({ code: 'invalid' })
  await expect(makeSection(editor, placing(id, '错', foreign.id))).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('members lay out nothing, and what is in the trash takes nothing', async () => {
  const [member, editor] = [await signedIn('member'), await signedIn('editor')]
  const { id } = await givenNote('原样')
  const { id: gone } = await givenNote('扔了')
  await database().update(note).set({ trashedAt: new Date() }).where(eq(note.id, gone))
  const [notes, sections] = [await database().$count(note), await database().$count(section)]

  const tries = await Promise.allSettled([
    makeNote(member, naming('不行')),
    renameNote(member, { note: id, was: '原样', title: '不行' }),
    makeSection(member, placing(id, '不行')),
    renameNote(editor, { note: gone, was: '扔了', title: '不行' }),
    makeSection(editor, placing(gone, '不行')),
  ])

  const codes = tries.map(
    (one) => one.status === 'rejected' && one.reason instanceof Refusal && one.reason.code,
  )
  expect(codes).toEqual(['forbidden', 'forbidden', 'forbidden', 'not-found', 'not-found'])
  expect(await database().$count(note)).toBe(notes)
  expect(await database().$count(section)).toBe(sections)
})

test('questions are found by the new title of a section above them, and stay where they were among the latest', async () => {
  // given
  const editor = await signedIn('editor')
  const { id: noteId } = await givenNote()
  const above = await makeSection(editor, placing(noteId, '旧章'))
  const below = await makeSection(editor, placing(noteId, '小节', above.id))
  const asked = await ask(
    editor,
    Ask.parse({ operationId: v7(), note: noteId, section: below.id, title: '某题' }),
  )
  const opened = await findSectionToEdit(editor, above.shortId)
  const before = await changedAt(asked.id)
  // when
  const { id: baseId } = opened!.head
  const text = {
    kind: 'section',
    id: above.id,
    baseId,
    operationId: v7(),
    title: 'capybara 章',
    markdown: '导言。',
  }
  await revise(editor, Revise.parse(text))
  // then
  const { hits } = await searchEntries(editor, { q: 'capybara', limit: 5, offset: 0 })
  expect(hits.map(({ id }) => id)).toEqual([asked.shortId])
  expect(await changedAt(asked.id)).toEqual(before)
  expect(await findSectionToEdit(editor, above.shortId)).toMatchObject({
    isAllowed: true,
    head: { number: 2, markdown: '导言。' },
  })
  expect(await findSectionToEdit(await signedIn('member'), above.shortId)).toMatchObject({ isAllowed: false })
})

test('a note made here goes out as a file with its sections, questions, tags and answers, in order', async () => {
  // given
  const editor = await signedIn('editor')
  const made = await makeNote(editor, naming('手写的'))
  const first = await makeSection(editor, placing(made.id, '第一章'))
  const second = await makeSection(editor, placing(made.id, '第二章'))
  const inner = await makeSection(editor, placing(made.id, '第一节', first.id))
  await makeSection(editor, placing(made.id, '空的'))
  const put = (section: string, title: string, more: Partial<Ask> = {}) =>
    ask(editor, Ask.parse({ operationId: v7(), note: made.id, section, title, anyway: true, ...more }))
  await put(first.id, '为什么？', { answer: '因为所以。', tags: ['手写'] })
  await put(second.id, '然后呢？')
  await put(inner.id, '如何？')
  await put(first.id, '何时？')
  // when
  const { bytes } = await exportNote(editor, made.id)
  // then
  expect(bytes.toString().split(/\n+/)).toEqual([
    '# 手写的',
    '## 第一章',
    '### 为什么？',
    '<!-- tags: 手写 -->',
    '因为所以。',
    '### 何时？',
    '### 第一节',
    '<!-- section 3 -->',
    '#### 如何？',
    '<!-- question 4 -->',
    '## 第二章',
    '### 然后呢？',
    '## 空的',
    '',
  ])
})

test('a section added to an imported note stands below the one it belongs to, and stays when a newer file comes', async () => {
  // given
  const editor = await signedIn('editor')
  const file = (answer: string) => ({
    fileName: '导入的.md',
    bytes: Buffer.from(`# 导入的\n\n## 甲\n\n### 甲一？\n\n${answer}\n\n## 乙\n\n### 乙一？\n\n乙的答案。\n`),
  })
  const { noteId } = await importNote(editor, file('旧的答案。'))
  const [above] = (await findOutline(noteId)).sections
  const added = await makeSection(editor, placing(noteId, '新加的', above!.id))
  await ask(editor, Ask.parse({ operationId: v7(), note: noteId, section: added.id, title: '新题？' }))
  // when
  await importNote(editor, file('新的答案。'))
  // then
  const { sections } = await findOutline(noteId)
  expect(sections.map(({ title, sections }) => [title, sections.map((one) => one.title)])).toEqual([
    ['甲', ['新加的']],
    ['乙', []],
  ])
  expect(sections[0]?.sections[0]?.entries.map(({ title }) => title)).toEqual(['新题？'])
  const { bytes } = await exportNote(editor, noteId)
  expect(bytes.toString().split(/\n+/)).toEqual([
    '# 导入的',
    '## 甲',
    '### 甲一？',
    '新的答案。',
    '### 新加的',
    '<!-- section 3 -->',
    '#### 新题？',
    '<!-- question 4 -->',
    '## 乙',
    '### 乙一？',
    '乙的答案。',
    '',
  ])
})
