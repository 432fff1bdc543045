import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { noteImport, noteText } from '#db/schema/imports'
import { requireImporter } from '#lib/auth/importer'
import { testDatabase } from '#lib/testing/database'
import { importNote } from './import-note.ts'
import { proposeNote } from './propose.ts'
import { findNoteText } from './queries.ts'
import { rerenderNoteTexts } from './rerender-note-texts.ts'

testDatabase()

const file = (intro: string) => `# 网络\n\n${intro}\n\n## 传输层\n\n### 什么是 TCP？\n\n可靠的传输协议。\n`
const bring = async (intro: string) =>
  importNote(await requireImporter(), { fileName: '网络.md', bytes: Buffer.from(file(intro)) })

test.each([
  ['under the title', '# 网络\n\n先读这里。\n\n## 一\n\n### 问？\n\n答。\n', '先读这里。'],
  ['before the title', '写在前面。\n\n# 网络\n\n## 一\n\n### 问？\n\n答。\n', '写在前面。'],
  [
    'before and under it',
    '写在前面。\n\n# 网络\n\n先读。\n\n## 一\n\n### 问？\n\n答。\n',
    '写在前面。\n\n先读。',
  ],
  ['nowhere', '# 网络\n\n## 一\n\n### 问？\n\n答。\n', ''],
  [
    'beside a table of contents',
    '# 网络\n\n[TOC]\n\n先读这里。\n\n## 一\n\n### 问？\n\n答。\n',
    '先读这里。',
  ],
])('the text of a note %s', (_, source, text) => {
  expect(proposeNote('x.md', source.split('\n')).text).toBe(text)
})

test('what a file says before its first section is kept rendered, and a newer file says it anew', async () => {
  const { noteId } = await bring('先读 **这里**。')
  expect(await findNoteText(noteId)).toContain('先读 <strong>这里</strong>。')

  const { noteId: same } = await bring('换了说法。')

  expect(same).toBe(noteId)
  expect(await findNoteText(noteId)).toContain('换了说法。')
})

test('a note that came in before this was kept, or that an older renderer made, gets its text at the next start', async () => {
  await bring('先前的话。')
  const { noteId } = await bring('补上的话。')
  const [older] = await database()
    .select({ id: noteImport.id })
    .from(noteImport)
    .where(eq(noteImport.noteId, noteId))
    .orderBy(noteImport.number)
  await database().delete(noteText)
  expect(await findNoteText(noteId)).toBeUndefined()

  expect(await rerenderNoteTexts()).toBe(1)
  expect(await findNoteText(noteId)).toContain('补上的话。')

  await database().update(noteText).set({ rendererVersion: 0, html: 'old' })
  expect(await rerenderNoteTexts()).toBe(1)
  expect(await findNoteText(noteId)).toContain('补上的话。')
  expect(await rerenderNoteTexts()).toBe(0)
  expect(await database().select().from(noteText).where(eq(noteText.importId, older!.id))).toHaveLength(0)
})
