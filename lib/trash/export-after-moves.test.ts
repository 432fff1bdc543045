import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { database } from '#db/client'
import { requireImporter } from '#lib/auth/importer'
import type { SignedIn } from '#lib/auth/viewer'
import { exportNote } from '#lib/notes/export-note'
import { importNote } from '#lib/notes/import-note'
import { moveEntry } from '#lib/notes/move-entry'
import { moveSection } from '#lib/notes/move-section'
import { readTexts } from '#lib/notes/previous'
import { anyOrderlyNote } from '#lib/notes/testing/any-orderly-note'
import { Refusal } from '#lib/refusal'
import { testDatabase } from '#lib/testing/database'
import { realNotes } from '#lib/testing/notes'
import { signedIn } from '#lib/testing/people'
import { trash } from './trash.ts'

testDatabase()
const notes = realNotes()

let editor: SignedIn
let notesGiven = 0
beforeAll(async () => {
  editor = await signedIn('editor')
})

async function bring(text: string, fileName = `moved-${notesGiven++}.md`) {
  const { noteId } = await again(fileName, text)
  return { fileName, noteId }
}

const exported = async (noteId: string): Promise<string> =>
  (await exportNote(await requireImporter(), noteId)).bytes.toString()

const again = async (fileName: string, text: string | Buffer) =>
  importNote(await requireImporter(), { fileName, bytes: Buffer.from(text) })

const nothingNew = { created: 0, changed: 0, conflicts: [], vanished: [] }

/** Everything readers see of a note, in the order in which they see it. */
async function shown(noteId: string) {
  const { sections, entries, answers } = await readTexts(database(), noteId)
  const under = (parent: string | null): unknown[] => [
    ...entries
      .filter(({ sectionId, trashed }) => sectionId === parent && !trashed)
      .map(({ id, title, markdown }) => ({
        id,
        title,
        markdown,
        answers: answers
          .filter(({ entryId, trashed }) => entryId === id && !trashed)
          .map((answer) => answer.markdown),
      })),
    ...sections
      .filter(({ parentId, trashed }) => parentId === parent && !trashed)
      .map(({ id, title, markdown }) => ({ id, title, markdown, within: under(id) })),
  ]
  return under(null)
}

const question = (name: string, depth = 3) => `${'#'.repeat(depth)} 什么是${name}？\n\n${name}是一种做法。\n`
const small = () =>
  `# 笔记 ${notesGiven}\n\n## 甲\n\n${['一', '二'].map((name) => question(name)).join('\n')}\n## 乙\n\n${['三', '四'].map((name) => question(name)).join('\n')}`

async function given() {
  const text = small()
  const { fileName, noteId } = await bring(text)
  const { sections, entries } = await readTexts(database(), noteId)
  return {
    text,
    fileName,
    noteId,
    sections: sections.map(({ id }) => id),
    entries: entries.map(({ id }) => id),
  }
}

test('a moved question is written where it stands now, and everything else keeps its bytes', async () => {
  const { text, noteId, sections, entries } = await given()
  const [a = '', b = ''] = sections
  await moveEntry(editor, {
    entry: entries[0]!,
    note: noteId,
    section: b,
    after: entries[2]!,
    fromNote: noteId,
    fromSection: a,
  })

  const without = text.replace(`${question('一')}\n`, '')
  expect(await exported(noteId)).toBe(without.replace(question('三'), `${question('三')}\n${question('一')}`))
})

test('a section that moves into another one takes its questions along, each a level deeper', async () => {
  const { text, fileName, noteId, sections } = await given()
  const [a = '', b = ''] = sections
  await moveSection(editor, { section: a, parent: b, after: 'end', fromParent: null })

  const file = await exported(noteId)

  expect(file.slice(0, file.indexOf('### 甲'))).toBe(
    `${text.slice(0, text.indexOf('## 甲'))}${text.slice(text.indexOf('## 乙'))}\n`,
  )
  expect(file.slice(file.indexOf('### 甲'))).toContain('#### 什么是一？')
  expect(await again(fileName, file)).toMatchObject(nothingNew)
})

test('a question that went to another note leaves its file and is written in the other one', async () => {
  const [from, to] = [await given(), await given()]
  await moveEntry(editor, {
    entry: from.entries[1]!,
    note: to.noteId,
    section: to.sections[0]!,
    after: 'end',
    fromNote: from.noteId,
    fromSection: from.sections[0]!,
  })

  const [here, there] = [await exported(from.noteId), await exported(to.noteId)]

  expect(here).toBe(from.text.replace(`${question('二')}\n`, ''))
  expect(there).toBe(to.text.replace(question('二'), `${question('二')}\n${question('二')}`))
  expect(await again(to.fileName, there)).toMatchObject(nothingNew)
  expect(await again(from.fileName, here)).toMatchObject(nothingNew)
})

test('a file whose questions were all moved away is still a file with sections', async () => {
  const [from, to] = [await given(), await given()]
  for (const [at, entry] of from.entries.entries())
    await moveEntry(editor, {
      entry,
      note: to.noteId,
      section: null,
      after: 'end',
      fromNote: from.noteId,
      fromSection: from.sections[at < 2 ? 0 : 1]!,
    })

  const file = await exported(from.noteId)

  expect(await again(from.fileName, file)).toMatchObject({ created: 0, changed: 0, vanished: [] })
})

type Move = { who: number; where: number; after: number; isSection: boolean; toTrash: boolean }
const anyMove = fc.record({
  who: fc.nat(),
  where: fc.nat(),
  after: fc.nat(),
  isSection: fc.boolean(),
  toTrash: fc.integer({ min: 0, max: 5 }).map((dice) => dice === 0),
})

/** Moves something of a note somewhere in it, as far as that is allowed. */
async function rearrange(noteId: string, { who, where, after, isSection, toTrash }: Move): Promise<void> {
  const texts = await readTexts(database(), noteId)
  const [sections, entries] = [texts.sections, texts.entries].map((all) =>
    all.filter(({ trashed }) => !trashed),
  )
  const things = isSection ? sections : entries
  const thing = things?.[who % (things.length || 1)]
  if (!thing) return
  if (toTrash) return trash(editor, { kind: isSection ? 'section' : 'entry', id: thing.id })
  const places = [null, ...(sections ?? []).map(({ id }) => id)]
  const place = places[where % places.length] ?? null
  const parentOf = (each: typeof thing) => ('level' in each ? each.parentId : each.sectionId) as string | null
  const siblings = (things ?? []).filter((each) => parentOf(each) === place && each.id !== thing.id)
  const behind = after % 3 === 0 ? 'end' : (siblings[after % (siblings.length || 1)]?.id ?? 'start')
  const from = parentOf(thing)
  try {
    if (isSection)
      await moveSection(editor, { section: thing.id, parent: place, after: behind, fromParent: from })
    else
      await moveEntry(editor, {
        entry: thing.id,
        note: noteId,
        section: place,
        after: behind,
        fromNote: noteId,
        fromSection: from,
      })
  } catch (error) {
    // Into itself, or too deep.
    if (!(error instanceof Refusal && error.code === 'invalid')) throw error
  }
}

async function rearrangeAndReadBack(fileName: string, noteId: string, moves: Move[]): Promise<void> {
  for (const move of moves) await rearrange(noteId, move)
  const before = await shown(noteId)
  const file = await exported(noteId)
  const result = await again(fileName, file)
  expect({ file, ...result }).toMatchObject(nothingNew)
  expect({ file, now: await shown(noteId) }).toEqual({ file, now: before })
}

test.skipIf(!notes)(
  'after any moves in the five notes, reading the export back changes nothing',
  async () => {
    for (const { bytes } of notes ?? []) {
      const fileName = `real-${notesGiven++}.md`
      const marked = Buffer.concat([bytes, Buffer.from(`\n<!-- ${fileName} -->\n`)])
      const { noteId } = await again(fileName, marked)
      await fc.assert(
        fc.asyncProperty(fc.array(anyMove, { minLength: 1, maxLength: 8 }), async (moves) => {
          await rearrangeAndReadBack(fileName, noteId, moves)
        }),
        { numRuns: 2, endOnFailure: true },
      )
    }
  },
)

const move: Move = { who: 0, where: 0, after: 0, isSection: false, toTrash: false }

/** Notes with moves after which a file was once read otherwise. */
const onceMisplaced: [string, Move[]][] = [
  // The question of the note stands behind a section that is now the last.
  [
    '# 笔记 {n}\n\n## 基础\n\n### 什么是索引？\n\n## 基础\n\n这一部分的说明。\n\n## 基础\n\n### 最后一个问题是什么？\n\n就是这个。\n',
    [
      { ...move, isSection: true },
      { ...move, who: 1, toTrash: true },
    ],
  ],
  // Nothing is left but a title over a heading too long for a question, and a part.
  [
    `# 笔记 {n}\n\n### ${'很长的问题，'.repeat(40)}是什么？\n\n#### 优点\n\n快。\n\n## 基础\n\n### 最后一个问题是什么？\n\n就是这个。\n`,
    [
      { ...move, isSection: true, toTrash: true },
      { ...move, toTrash: true },
    ],
  ],
  // A heading in the text of a section, taken for a part because its title stood in three places, stands in two.
  [
    '# 笔记 {n}\n\n## 基础\n\n### 什么是索引？\n\n#### 为什么慢？\n\n### 什么是索引？\n\n#### 为什么慢？\n\n## 基础\n\n### 2 索引\n\n#### 为什么慢？\n\n#### 为什么快？\n\n因为它就在近处，不必走远路，读起来自然快得多。\n\n### 最后一个问题是什么？\n\n就是这个。\n',
    [{ ...move, toTrash: true }],
  ],
]

test('after any moves in any orderly note, reading the export back changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyOrderlyNote,
      fc.array(anyMove, { minLength: 1, maxLength: 5 }),
      async (note, moves) => {
        const { fileName, noteId } = await bring(note.replace('{n}', String(notesGiven)))
        await rearrangeAndReadBack(fileName, noteId, moves)
      },
    ),
    { numRuns: 25, endOnFailure: true, examples: onceMisplaced },
  )
})

test('a note of nothing but its title stays one', async () => {
  const { fileName, noteId } = await bring(`# 只有一个问题 ${notesGiven}\n\n### 什么是索引？\n\n它是目录。\n`)
  const [only] = (await readTexts(database(), noteId)).entries
  await trash(editor, { kind: 'entry', id: only!.id })

  const file = await exported(noteId)

  expect(file).toMatch(/^# 只有一个问题 \d+\n\n<!-- no questions -->\n$/)
  expect(await again(fileName, file)).toMatchObject({ created: 0, changed: 0, vanished: [] })
})
