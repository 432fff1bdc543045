import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { correction } from '#db/schema/corrections'
import { entry } from '#db/schema/entries'
import { importConflict } from '#db/schema/imports'
import { revision } from '#db/schema/revisions'
import { requireImporter } from '#lib/auth/importer'
import { findCorrection } from '#lib/corrections/queries'
import { appendRevision } from '#lib/entries/append-revision'
import { renderMarkdown } from '#lib/rendering/render'
import { testDatabase } from '#lib/testing/database'
import { givenCorrection } from '#lib/testing/given-correction'
import { signedIn } from '#lib/testing/people'
import { exportNote } from './export-note.ts'
import { importNote } from './import-note.ts'
import { readTexts } from './previous.ts'

testDatabase()

const question = (title: string, answer: string) => `### ${title}\n\n${answer}\n\n`
const tcp = 'TCP 是可靠的。它面向连接。它有序。'
const udp = 'UDP 不可靠。它没有连接。'
let notesGiven = 0
const fileOf = (...questions: string[]) =>
  `## 传输层 ${notesGiven}\n\n简介 ${notesGiven}。\n\n${questions.join('')}`

async function bring(fileName: string, text: string) {
  return importNote(await requireImporter(), { fileName, bytes: Buffer.from(text) })
}

async function given() {
  notesGiven++
  const fileName = `note-${notesGiven}.md`
  const text = fileOf(question('什么是 TCP？', tcp), question('什么是 UDP？', udp))
  const { noteId } = await bring(fileName, text)
  return { fileName, text, noteId, ...(await readTexts(database(), noteId)) }
}

type Head = { id: string; headId: string; headNumber: number }

async function edit(kind: 'entry' | 'answer', old: Head, title: string | null, markdown: string) {
  const { id: authorId } = await requireImporter()
  const rendered = await renderMarkdown(markdown)
  const base = { id: old.headId, number: old.headNumber }
  await database().transaction((tx) =>
    appendRevision(tx, {
      subject: { kind, id: old.id },
      base,
      kind: 'edit',
      title,
      markdown,
      rendered,
      authorId,
    }),
  )
}

const revisionsOf = (answerId: string) =>
  database()
    .select({ number: revision.number, kind: revision.kind, markdown: revision.markdown })
    .from(revision)
    .where(eq(revision.answerId, answerId))
    .orderBy(revision.number)

test('a text that nobody touched takes what the newer file says, and the newer file comes out again', async () => {
  const { fileName, text, noteId, answers } = await given()
  const newer = text.replace('它有序。', '它有序，也有流量控制。')

  const result = await bring(fileName, newer)

  expect(result).toMatchObject({
    noteId,
    number: 2,
    created: 0,
    changed: 1,
    unchanged: 1,
    conflicts: [],
    vanished: [],
  })
  expect(await revisionsOf(answers[0]!.id)).toMatchObject([
    { number: 1, kind: 'import', markdown: tcp },
    { number: 2, kind: 'import', markdown: tcp.replace('它有序。', '它有序，也有流量控制。') },
  ])
  expect((await exportNote(await requireImporter(), noteId)).bytes.toString()).toBe(newer)
})

test('changes of different sentences by people and by the file are both kept', async () => {
  const { fileName, text, noteId, answers } = await given()
  await edit('answer', answers[0]!, null, tcp.replace('是可靠的', '提供可靠的字节流'))

  const result = await bring(fileName, text.replace('它有序。', '它保证顺序。'))

  expect(result).toMatchObject({ changed: 1, conflicts: [] })
  const merged = 'TCP 提供可靠的字节流。它面向连接。它保证顺序。'
  expect((await revisionsOf(answers[0]!.id)).at(-1)).toEqual({ number: 3, kind: 'merge', markdown: merged })
  expect((await exportNote(await requireImporter(), noteId)).bytes.toString()).toBe(text.replace(tcp, merged))
})

test('where both changed one sentence the head stays, the file\u2019s text is kept beside it, and neither comes up again', async () => {
  const { fileName, text, answers } = await given()
  const mine = tcp.replace('是可靠的', '提供可靠的字节流')
  await edit('answer', answers[0]!, null, mine)
  const newer = text.replace('TCP 是可靠的', 'TCP 尽力可靠')

  const result = await bring(fileName, newer)
  const again = await bring(fileName, newer)
  const third = await bring(fileName, newer.replace('它没有连接', '它不建立连接'))

  expect(result.conflicts).toEqual([{ line: 5, title: '什么是 TCP？', kind: 'answer' }])
  expect((await revisionsOf(answers[0]!.id)).at(-1)?.markdown).toBe(mine)
  const kept = await database()
    .select()
    .from(importConflict)
    .where(eq(importConflict.answerId, answers[0]!.id))
  expect(kept.map(({ texts }) => texts)).toMatchObject([
    { base: { markdown: tcp }, theirs: { markdown: tcp.replace('是可靠的', '尽力可靠') } },
  ])
  const [open] = await database().select().from(correction).where(eq(correction.answerId, answers[0]!.id))
  expect(open).toMatchObject({ state: 'open', authorId: (await requireImporter()).id })
  expect(await findCorrection(await requireImporter(), open!.shortId)).toMatchObject({
    conflicting: true,
    newest: { baseNumber: 1, markdown: tcp.replace('是可靠的', '尽力可靠') },
  })
  expect(again.conflicts).toEqual([])
  expect(third).toMatchObject({ number: 3, changed: 1, conflicts: [] })
})

test('new questions come in at their place, vanished ones stay and are named', async () => {
  const { fileName, noteId } = await given()
  const newer = fileOf(question('什么是 QUIC？', '基于 UDP 的传输协议。'), question('什么是 UDP？', udp))

  const result = await bring(fileName, newer)

  expect(result).toMatchObject({ created: 1, changed: 0, unchanged: 1, vanished: ['什么是 TCP？'] })
  const { entries } = await readTexts(database(), noteId)
  expect(entries.map(({ title }) => title)).toEqual(['什么是 TCP？', '什么是 QUIC？', '什么是 UDP？'])
  expect((await exportNote(await requireImporter(), noteId)).bytes.toString()).toBe(newer)
})

test('a question with another title and the same answer is the same question', async () => {
  const { fileName, text, entries, noteId } = await given()
  const result = await bring(fileName, text.replace('什么是 TCP？', '传输控制协议的特点'))
  expect(result).toMatchObject({ created: 0, changed: 1, vanished: [] })
  const after = await readTexts(database(), noteId)
  expect(after.entries[0]).toMatchObject({ id: entries[0]!.id, title: '传输控制协议的特点' })
})

test('another question about something else is not the old one renamed', async () => {
  const { fileName, entries, noteId } = await given()
  const say = (about: string) =>
    `${about} moves bytes from one program to another, and the reader of this note should know how.`
  const before = fileOf(
    question('什么是 UDP？', udp),
    question('What is the difference between TCP and UDP?', `${say('A stream of segments')} One is ordered.`),
  )
  await bring(fileName, before)
  const after = await bring(
    fileName,
    before.replace(/### What is the[\s\S]*$/, '') +
      question(
        'What is the difference between a mutex and a spinlock?',
        'Who waits for a mutex sleeps; a spinning thread burns its time slice until the owner leaves.',
      ),
  )
  expect(after.created).toBe(1)
  expect(after.vanished).toContain('What is the difference between TCP and UDP?')
  expect((await readTexts(database(), noteId)).entries[1]?.id).toBe(entries[1]?.id)
})

test('a title that people changed stays where the file did not change it', async () => {
  const { fileName, text, entries, noteId } = await given()
  await edit('entry', entries[0]!, 'TCP 有什么特点？', '')
  const result = await bring(fileName, text.replace('它面向连接。', '它先建立连接。'))
  expect(result).toMatchObject({ created: 0, conflicts: [], vanished: [] })
  const after = await readTexts(database(), noteId)
  expect(after.entries.map(({ title }) => title)).toEqual(['TCP 有什么特点？', '什么是 UDP？'])
  expect((await exportNote(await requireImporter(), noteId)).bytes.toString()).toContain(
    '### TCP 有什么特点？\n\nTCP 是可靠的。它先建立连接。',
  )
})

test('what people put into the trash does not come back with a newer file', async () => {
  const { fileName, text, entries, noteId } = await given()
  await database().update(entry).set({ trashedAt: new Date() }).where(eq(entry.id, entries[1]!.id))
  const result = await bring(fileName, text.replace('它没有连接', '它不建立连接'))
  expect(result).toMatchObject({ created: 0, vanished: [] })
  expect((await readTexts(database(), noteId)).entries.map(({ trashed }) => trashed)).toEqual([false, true])
})

test('questions and sections that move keep their texts and their history', async () => {
  const { fileName, text, entries, noteId } = await given()
  const newer = `## 面试\n\n${question('什么是 UDP？', udp)}${text.replace(question('什么是 UDP？', udp), '')}`
  const result = await bring(fileName, newer)
  expect(result).toMatchObject({ created: 0, vanished: [] })
  const after = await readTexts(database(), noteId)
  expect(after.entries.map(({ id }) => id)).toEqual([entries[1]!.id, entries[0]!.id])
  expect(after.sections.map(({ title }) => title)).toEqual(['面试', `传输层 ${notesGiven}`])
  expect(after.entries[0]?.sectionId).toBe(after.sections[0]?.id)
})

test('a newer file that says what somebody proposed closes that proposal', async () => {
  const { fileName, text, answers } = await given()
  const { id, headId } = answers[0]!
  const proposed = tcp.replace('是可靠的', '提供可靠的字节流')
  const made = await givenCorrection(await signedIn('member'), { id, baseId: headId }, proposed)

  await bring(fileName, text.replace(tcp, proposed))

  const [row] = await database().select().from(correction).where(eq(correction.id, made.id))
  expect(row).toMatchObject({ state: 'superseded' })
})
