import { beforeAll, expect, test } from 'vitest'
import { database } from '#db/client'
import type { SignedIn } from '#lib/auth/viewer'
import { moveEntry } from '#lib/notes/move-entry'
import { moveSection } from '#lib/notes/move-section'
import { readTexts } from '#lib/notes/previous'
import { testDatabase } from '#lib/testing/database'
import { again, exported, nothingNew } from '#lib/testing/exported'
import { signedIn } from '#lib/testing/people'
import { trash } from './trash.ts'

testDatabase()

let editor: SignedIn
let notesGiven = 0
beforeAll(async () => {
  editor = await signedIn('editor')
})

async function bring(text: string, fileName = `moved-${notesGiven++}.md`) {
  const { noteId } = await again(fileName, text)
  return { fileName, noteId }
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

test('a note of nothing but its title stays one', async () => {
  const { fileName, noteId } = await bring(`# 只有一个问题 ${notesGiven}\n\n### 什么是索引？\n\n它是目录。\n`)
  const [only] = (await readTexts(database(), noteId)).entries
  await trash(editor, { kind: 'entry', id: only!.id })

  const file = await exported(noteId)

  expect(file).toMatch(/^# 只有一个问题 \d+\n\n<!-- no questions -->\n$/)
  expect(await again(fileName, file)).toMatchObject({ created: 0, changed: 0, vanished: [] })
})
