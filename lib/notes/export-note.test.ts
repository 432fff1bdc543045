import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { entry } from '#db/schema/entries'
import { requireImporter } from '#lib/auth/importer'
import { guest } from '#lib/auth/viewer'
import { appendRevision } from '#lib/entries/append-revision'
import { insertAnswer } from '#lib/entries/insert-answer'
import { insertEntry } from '#lib/entries/insert-entry'
import { renderMarkdown } from '#lib/rendering/render'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { realNotes } from '#lib/testing/notes'
import { signedIn } from '#lib/testing/people'
import { encodeNote } from './decode.ts'
import { exportNote } from './export-note.ts'
import { importNote } from './import-note.ts'
import { moveEntry } from './move-entry.ts'
import { moveSection } from './move-section.ts'
import { readTexts } from './previous.ts'
import { anyNote } from './testing/any-note.ts'

testDatabase()
const notes = realNotes()

// Each test has a note of its own: the same bytes would be the same note.
let notesGiven = 0
const smallNote = () =>
  `# 缓存 ${notesGiven++}\r\n\r\n## 基础\r\n\r\n### 1. 什么是缓存？(2)\r\n\r\n放在近处的副本。\r\n第二行。  \r\n\r\n\r\n\r\n### 2. 什么是穿透？\r\n\r\n### 3. 什么是雪崩？\r\n\r\n同时过期。`

async function given(fileName: string, text: string) {
  const viewer = await requireImporter()
  const { noteId } = await importNote(viewer, { fileName, bytes: Buffer.from(text) })
  const texts = await readTexts(database(), noteId)
  return { viewer, noteId, ...texts }
}

async function revise(
  kind: 'entry' | 'answer' | 'section',
  old: { id: string; headId: string; headNumber: number },
  title: string | null,
  markdown: string,
) {
  const { id: authorId } = await requireImporter()
  const rendered = await renderMarkdown(markdown)
  await database().transaction((tx) =>
    appendRevision(tx, {
      subject: { kind, id: old.id },
      base: { id: old.headId, number: old.headNumber },
      kind: 'edit',
      title,
      markdown,
      rendered,
      authorId,
    }),
  )
}

const exported = async (noteId: string): Promise<string> =>
  (await exportNote(await requireImporter(), noteId)).bytes.toString()

test.skipIf(!notes)('each of the five notes comes out as the bytes that went in', async () => {
  const viewer = await requireImporter()
  for (const { fileName, bytes } of notes ?? []) {
    const { noteId } = await importNote(viewer, { fileName, bytes })
    const out = await exportNote(viewer, noteId)
    expect(out.fileName).toBe(fileName)
    expect(out.bytes.equals(bytes)).toBe(true)
  }
})

test('a heading that the importer would read otherwise today comes out as it went in', async () => {
  const text = smallNote()
  const { noteId, entries } = await given('read-otherwise.md', text)
  await database().update(entry).set({ rawHeading: '1. 什么是缓存' }).where(eq(entry.id, entries[0]!.id))
  expect(await exported(noteId)).toBe(text)
})

test('a question too long for its title comes out as it went in, and with what people said below it', async () => {
  const long = `如果${'一个服务变慢而且重试很多并且'.repeat(20)}怎么办？`
  const text = `# 长问题 ${notesGiven++}\n\n<details>\n<summary>${long}</summary>\n\n先限流。\n</details>\n\n<details>\n<summary>什么是限流？</summary>\n\n拒绝一部分。\n</details>\n`
  const { noteId, entries } = await given('long.md', text)
  expect(await exported(noteId)).toBe(text)
  await revise('entry', entries[0]!, '服务变慢怎么办', `${entries[0]!.markdown}\n\n补充：下游也慢。`)
  const out = await exported(noteId)
  expect(out).toContain('补充：下游也慢。')
  expect(out.split('先限流。')).toHaveLength(2)
})

test('any note comes out as the bytes that went in, whatever its encoding and line ends', async () => {
  const viewer = await requireImporter()
  let number = 0
  await fc.assert(
    fc.asyncProperty(
      anyNote,
      fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'gb18030'),
      fc.constantFrom('\n', '\r\n', '\r'),
      async (note, encoding, ending) => {
        const text = note.replaceAll('\n', ending)
        fc.pre(text.trim() !== '' && text.isWellFormed() && !/(?![\r\n\t])\p{Cc}/u.test(text))
        // GB 18030 has no mark of its own: Chinese must be in it to be told from others.
        const told =
          encoding === 'gb18030'
            ? `这是一份关于网络和数据库的笔记，里面有很多问题和答案。${ending}${text}`
            : text
        const bytes = encodeNote({ text: told, encoding, bom: encoding !== 'gb18030' })
        const { noteId } = await importNote(viewer, { fileName: `${number++}.md`, bytes })
        expect((await exportNote(viewer, noteId)).bytes.equals(bytes)).toBe(true)
      },
    ),
    { numRuns: 60 },
  )
})

test('a changed answer changes its lines and no others', async () => {
  const small = smallNote()
  const { noteId, answers } = await given('changed.md', small)
  await revise('answer', answers[0]!, null, '放在近处的副本，用来加快读取。\n第二行。  ')
  expect(await exported(noteId)).toBe(small.replace('副本。', '副本，用来加快读取。'))
})

test('a changed title keeps the number and the mark of its heading', async () => {
  const small = smallNote()
  const { noteId, entries } = await given('title.md', small)
  await revise('entry', entries[0]!, '缓存是什么？', entries[0]!.markdown)
  expect(await exported(noteId)).toBe(small.replace('什么是缓存', '缓存是什么'))
})

test('a first answer to an open question and a second to an answered one stand below it', async () => {
  const small = smallNote()
  const { viewer, noteId, entries } = await given('added.md', small)
  for (const [at, markdown] of [
    [1, '查不存在的东西。'],
    [2, '加随机的过期时间。'],
  ] as const) {
    const rendered = await renderMarkdown(markdown)
    await database().transaction((tx) =>
      insertAnswer(tx, {
        entryId: entries[at]!.id,
        position: 9,
        origin: 'person',
        markdown,
        rendered,
        authorId: viewer.id,
      }),
    )
  }
  expect(await exported(noteId)).toBe(
    small
      .replace('穿透？\r\n', '穿透？\r\n\r\n查不存在的东西。\r\n')
      .replace('同时过期。', '同时过期。\r\n\r\n<!-- answer -->\r\n\r\n加随机的过期时间。\r\n'),
  )
})

test('a question that people added stands behind the one before it, on the same level', async () => {
  const small = smallNote()
  const { viewer, noteId, sections } = await given('new-entry.md', small)
  const rendered = await renderMarkdown('')
  await database().transaction((tx) =>
    insertEntry(tx, {
      noteId,
      sectionId: sections[0]!.id,
      position: 99,
      title: '什么是预热？',
      context: { markdown: '', rendered },
      kind: 'edit',
      authorId: viewer.id,
    }),
  )
  expect(await exported(noteId)).toBe(`${small}\r\n\r\n### 什么是预热？\r\n`)
})

test('what is in the trash is left out', async () => {
  const small = smallNote()
  const { noteId, entries } = await given('trash.md', small)
  await database().update(entry).set({ trashedAt: new Date() }).where(eq(entry.id, entries[1]!.id))
  expect(await exported(noteId)).toBe(small.replace('### 2. 什么是穿透？\r\n\r\n', ''))
})

test('a file that comes back and goes out again says once what a heading is', async () => {
  // given
  const editor = await signedIn('editor')
  const fileName = 'again.md'
  const text = `# 往返 ${notesGiven++}\n\n## 甲\n\n### 什么是甲一？\n\n它是甲一。\n\n## 乙\n\n### 什么是乙一？\n\n它是乙一。\n`
  const { viewer, noteId, sections, entries } = await given(fileName, text)
  const comeBack = async () => importNote(viewer, { fileName, bytes: Buffer.from(await exported(noteId)) })
  const [first, second] = [sections[0]!.id, sections[1]!.id]
  const place = { note: noteId, section: first, after: 'end', fromNote: noteId, fromSection: second } as const
  await moveEntry(editor, { entry: entries[1]!.id, ...place })
  // when
  await comeBack()
  await moveSection(editor, { section: second, parent: first, fromParent: null, after: 'end' })
  await comeBack()
  // then
  const marks = (await exported(noteId)).split('\n').filter((line) => line.startsWith('<!--'))
  expect(marks).toEqual(['<!-- section 3 -->'])
})

test('a letter that the encoding of the file lacks is refused by name', async () => {
  const viewer = await requireImporter()
  const bytes = encodeNote({ text: '# Café\n\nA naïve answer.\n', encoding: 'windows-1252', bom: false })
  const { noteId } = await importNote(viewer, { fileName: 'latin.md', bytes })
  const { answers } = await readTexts(database(), noteId)
  await revise('answer', answers[0]!, null, '天真。')
  await expect(exportNote(viewer, noteId)).rejects.toMatchObject({ code: 'invalid' })
})

test('guests may not export, and what is not there is not found', async () => {
  const { noteId } = await given('rights.md', '# What is it?\n\nThis.\n')
  await expect(exportNote(guest, noteId)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(
    exportNote(await requireImporter(), '01900000-0000-7000-8000-00000000ffff'),
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('a note that never was a file is written in the form that the importer splits as it was', async () => {
  const { id: noteId } = await givenNote('手写的笔记')
  await database().transaction(async (tx) => {
    await givenEntry(tx, {
      noteId,
      title: '什么是索引？',
      section: '数据库',
      answers: [{ markdown: '短。' }, { markdown: '长。' }],
      aliases: ['index'],
      tags: ['mysql'],
    })
  })

  const text = await exported(noteId)

  expect(text).toBe(
    '# 手写的笔记\n\n## 数据库\n\n### 什么是索引？\n<!-- aliases: index -->\n<!-- tags: mysql -->\n\n短。\n\n<!-- answer -->\n\n长。\n',
  )
})
