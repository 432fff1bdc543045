import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { database } from '#db/client'
import type { SignedIn } from '#lib/auth/viewer'
import { moveEntry } from '#lib/notes/move-entry'
import { moveSection } from '#lib/notes/move-section'
import { readTexts } from '#lib/notes/previous'
import { anyOrderlyNote } from '#lib/notes/testing/any-orderly-note'
import { Refusal } from '#lib/refusal'
import { testDatabase } from '#lib/testing/database'
import { again, exported, nothingNew, shown } from '#lib/testing/exported'
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
        const fileName = `moved-${notesGiven++}.md`
        const { noteId } = await again(fileName, note.replace('{n}', String(notesGiven)))
        await rearrangeAndReadBack(fileName, noteId, moves)
      },
    ),
    { numRuns: 25, endOnFailure: true, examples: onceMisplaced },
  )
})
