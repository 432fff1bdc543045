import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { encounter, entryAlias, entryTag, tag } from '#db/schema/entries'
import { noteImport, notePiece } from '#db/schema/imports'
import { note } from '#db/schema/notes'
import { revision } from '#db/schema/revisions'
import { requireImporter } from '#lib/auth/importer'
import { guest } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { realNotes } from '#lib/testing/notes'
import { importNote } from './import-note.ts'
import { readTexts } from './previous.ts'

testDatabase()
const notes = realNotes()

const bytesOf = (text: string): Buffer => Buffer.from(text)

async function bring(fileName: string, text: string) {
  return importNote(await requireImporter(), { fileName, bytes: bytesOf(text) })
}

test.skipIf(!notes)('the five notes come in, and a second time nothing changes', async () => {
  for (const { fileName, bytes } of notes ?? []) {
    const viewer = await requireImporter()
    const first = await importNote(viewer, { fileName, bytes })
    const before = await database().$count(revision)

    const again = await importNote(viewer, { fileName, bytes })
    const renamed = await importNote(viewer, { fileName: `copy of ${fileName}`, bytes })

    expect(again).toEqual({ ...first, created: 0, unchanged: first.created })
    expect(renamed.noteId).toBe(first.noteId)
    expect(await database().$count(revision)).toBe(before)
  }
})

test('a note is stored with its bytes, tree, texts, names, tags, marks and where each line went', async () => {
  const text =
    '# 网络\n\n## 传输层\n\n简介。\n\n### 1. 什么是 TCP？(2021/3/29)\n<!-- aliases: 传输控制协议 | TCP -->\n<!-- tags: net, 协议 -->\n\n可靠。\n\n<!-- answer -->\n\n长。\n\n### 2. 什么是 UDP？\n'
  const { noteId, number, created } = await bring('net.md', text)

  expect({ number, created }).toEqual({ number: 1, created: 2 })
  const [stored] = await database().select().from(noteImport).where(eq(noteImport.noteId, noteId))
  expect(stored?.bytes.toString()).toBe(text)
  const { sections, entries, answers } = await readTexts(database(), noteId)
  expect(sections).toMatchObject([{ title: '传输层', markdown: '简介。', level: 2 }])
  expect(entries).toMatchObject([
    {
      title: '什么是 TCP？',
      sectionId: sections[0]?.id,
      rawHeading: '1. 什么是 TCP？(2021/3/29)',
      markdown: '',
    },
    { title: '什么是 UDP？' },
  ])
  expect(answers.map(({ markdown }) => markdown)).toEqual(['可靠。', '长。'])
  const entryId = entries[0]!.id
  const aliases = await database()
    .select({ alias: entryAlias.alias })
    .from(entryAlias)
    .where(eq(entryAlias.entryId, entryId))
  expect(aliases.map(({ alias }) => alias).sort()).toEqual(['TCP', '传输控制协议'])
  const tags = await database()
    .select({ name: tag.name })
    .from(entryTag)
    .innerJoin(tag, eq(tag.id, entryTag.tagId))
    .where(eq(entryTag.entryId, entryId))
  expect(tags.map(({ name }) => name).sort()).toEqual(['net', '协议'])
  expect(await database().select().from(encounter).where(eq(encounter.entryId, entryId))).toMatchObject([
    { times: 1, askedOn: '2021-03-29', precision: 'day', mark: '(2021/3/29)' },
  ])
  const pieces = await database()
    .select()
    .from(notePiece)
    .where(eq(notePiece.importId, stored!.id))
    .orderBy(notePiece.ordinal)
  expect(pieces.map(({ kind, line }) => `${line} ${kind}`)).toEqual([
    '1 note_text',
    '3 section_heading',
    '5 section_text',
    '7 entry_heading',
    '8 entry_heading',
    '9 entry_heading',
    '11 answer',
    '13 layout',
    '15 answer',
    '17 entry_heading',
  ])
})

test('only editors and admins import', async () => {
  const bytes = bytesOf('# What is it?\n\nThis.\n')
  const { id } = await requireImporter()
  for (const viewer of [guest, { id, role: 'member' as const, name: 'M' }])
    await expect(importNote(viewer, { fileName: 'x.md', bytes })).rejects.toMatchObject({ code: 'forbidden' })
})

test('a text beyond 256 KB is refused by name and line, and nothing of its file is stored', async () => {
  const before = await database().$count(note)
  const long = `## What is short?\n\nThis.\n\n## What is long?\n\n${'long '.repeat(60_000)}\n`
  await expect(bring('long.md', long)).rejects.toMatchObject({
    code: 'too-large',
    details: { fileName: 'long.md', line: 5 },
  })
  expect(await database().$count(note)).toBe(before)
})

test('the same file imported twice at once becomes one note', async () => {
  const text = '# What is a race?\n\nTwo at once, and the order decides.\n'
  const results = await Promise.all([bring('race.md', text), bring('race.md', text), bring('race.md', text)])
  expect(new Set(results.map(({ noteId }) => noteId)).size).toBe(1)
  expect(results.map(({ created }) => created).sort()).toEqual([0, 0, 1])
  expect(
    await database().select().from(noteImport).where(eq(noteImport.noteId, results[0].noteId)),
  ).toHaveLength(1)
})

test('files of one name that have nothing in common are two notes', async () => {
  const first = await bring('README.md', '# What is Go?\n\nA language with goroutines and channels.\n')
  const second = await bring('README.md', '# 什么是死锁？\n\n互相等待对方手里的锁，谁也不放。\n')
  const newer = await bring(
    'README.md',
    '# What is Go?\n\nA language with goroutines, channels and a garbage collector.\n',
  )
  expect(second.noteId).not.toBe(first.noteId)
  expect(newer).toMatchObject({ noteId: first.noteId, number: 2, changed: 1 })
})

test('two collections of one name are two notes, though they share a topic and their language', async () => {
  const answer = (about: string) =>
    `${about} is one of the things that are asked in most of the interviews, and there is more than one way to answer it.\n`
  const names = (list: string[]) => list.map((name) => `## ${name}\n\n${answer(name)}\n`).join('')
  const one = await bring(
    'list.md',
    `# One\n\n${names(['Redis', 'Sharding', 'Replication', 'Caching', 'Queues'])}`,
  )
  const other = await bring(
    'list.md',
    '# Other\n\n## Redis\n\nSee the wiki of the team for links and people.\n\n## Hiring\n\nTalk to Kim, who knows how it goes.\n\n## Badges\n\nAt the desk on the ground floor.\n\n## Parking\n\nBehind the building, for those who drive.\n',
  )
  expect(other.noteId).not.toBe(one.noteId)
})

test('a question too long for a title keeps all its words', async () => {
  const long = `Suppose ${'that one more thing holds and '.repeat(9)}what do you do?`
  const text = `# Long\n\n<details>\n<summary>${long}</summary>\n\nAsk back.\n</details>\n\n<details>\n<summary>What is short?</summary>\n\nThis.\n</details>\n`
  const { noteId } = await bring('long.md', text)
  const newer = await bring('long.md', text.replace('Ask back.', 'Ask back first.'))
  const { entries } = await readTexts(database(), noteId)
  expect(entries.map(({ title }) => title)).toEqual([
    expect.stringMatching(/^Suppose .*…$/),
    'What is short?',
  ])
  expect(entries[0]?.markdown).toBe(long)
  expect(newer).toMatchObject({ noteId, created: 0, changed: 1, conflicts: [] })
})

test('a picture that the note names is kept by its content; what is no picture stays missing', async () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const result = await importNote(await requireImporter(), {
    fileName: 'pictures.md',
    bytes: bytesOf('# What is shown?\n\nThis:\n\n![a](a.png) ![b](b.txt) ![c](c.png)\n'),
    readImage: async (target) => ({ 'a.png': png, 'b.txt': Buffer.from('text') })[target],
  })
  const { answers } = await readTexts(database(), result.noteId)
  const [head] = await database()
    .select({ html: revision.html })
    .from(revision)
    .where(eq(revision.id, answers[0]!.headId))
  expect(head?.html).toMatch(/src="\/assets\/[0-9a-f]{64}\.png"/)
  expect(head?.html.match(/missing-image/g)).toHaveLength(2)
})

test('three hundred questions come in', async () => {
  const text = Array.from(
    { length: 300 },
    (_, at) => `## 第 ${at} 个问题是什么？\n\n- 答案 ${at}\n- \`code(${at})\`，还有一些说明文字。\n\n`,
  ).join('')
  const started = performance.now()
  const { created, noteId } = await bring('many.md', text)
  console.log(`300 questions imported in ${Math.round(performance.now() - started)} ms`)
  expect(created).toBe(300)
  const { entries } = await readTexts(database(), noteId)
  expect(entries.map(({ title }) => title)).toEqual(
    Array.from({ length: 300 }, (_, at) => `第 ${at} 个问题是什么？`),
  )
})
