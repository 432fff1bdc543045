import { and, eq, like, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { database } from '#db/client'
import { audit } from '#db/schema/audit'
import { draft } from '#db/schema/drafts'
import { entryMerge } from '#db/schema/duplicates'
import { encounter, entry, entryAlias } from '#db/schema/entries'
import { noteImport } from '#db/schema/imports'
import { note, section } from '#db/schema/notes'
import { notification } from '#db/schema/notifications'
import { revision } from '#db/schema/revisions'
import { searchTerm } from '#db/schema/search'
import { verification } from '#db/schema/votes'
import { requireImporter } from '#lib/auth/importer'
import type { SignedIn } from '#lib/auth/viewer'
import { addAlias } from '#lib/entries/add-alias'
import { answerEntry } from '#lib/entries/answer-entry'
import { saveDraft } from '#lib/entries/save-draft'
import { exportNote } from '#lib/notes/export-note'
import { importNote } from '#lib/notes/import-note'
import { testDatabase } from '#lib/testing/database'
import { signedIn } from '#lib/testing/people'
import { erase } from './erase.ts'
import { listTrash } from './queries.ts'
import { restoreFromTrash } from './restore.ts'
import type { Thing } from './thing.ts'
import { trash } from './trash.ts'

testDatabase()

let editor: SignedIn
let admin: SignedIn
let notesGiven = 0
beforeAll(async () => {
  ;[editor, admin] = [await signedIn('editor'), await signedIn('admin')]
})

/** A note with a section, a subsection in it, a question in each, and one more in the first. */
async function given() {
  const name = `回收 ${notesGiven++}`
  const text = `# ${name}\n\n## 外层\n\n### 什么是甲（${name}）？\n\n甲的答案。\n\n### 什么是乙（${name}）？\n\n乙的答案。\n\n### 内层\n<!-- section 3 -->\n\n#### 什么是丙（${name}）？\n\n丙的答案。\n`
  const { noteId } = await importNote(await requireImporter(), {
    fileName: `${name}.md`,
    bytes: Buffer.from(text),
  })
  const entries = await database()
    .select({ id: entry.id, shortId: entry.shortId })
    .from(entry)
    .where(eq(entry.noteId, noteId))
    .orderBy(entry.position)
  const sections = await database()
    .select({ id: section.id })
    .from(section)
    .where(eq(section.noteId, noteId))
    .orderBy(section.position)
  const ids = entries.map(({ id }) => id) as [string, string, string]
  return { noteId, ids, entries, sections: sections.map(({ id }) => id) as [string, string] }
}

const titles = async (viewer: SignedIn, id: string) => (await listTrash(viewer)).find((row) => row.id === id)

test('erasing takes the words out of every version and draft, and keeps who wrote how many when', async () => {
  // given
  const { ids, noteId } = await given()
  const thing: Thing = { kind: 'entry', id: ids[0] }
  await saveDraft(editor, { subject: `entry:${ids[0]}`, baseId: null, title: '甲', markdown: '写到一半' })
  await database().insert(entryAlias).values({ entryId: ids[0], key: 'jia', alias: '甲乙丙' })
  const texts = sql`entry_id = ${ids[0]} or answer_id in (select id from answer where entry_id = ${ids[0]})`
  const before = await database().select().from(revision).where(texts)
  // when
  await expect(erase(editor, thing)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(erase(admin, thing)).rejects.toMatchObject({ code: 'conflict' })
  await trash(editor, thing)
  for (const _ of [1, 2]) await erase(admin, thing)
  // then
  const after = await database().select().from(revision).where(texts)
  expect(after.map(({ id, authorId, number }) => ({ id, authorId, number })).toSorted(byId)).toEqual(
    before.map(({ id, authorId, number }) => ({ id, authorId, number })).toSorted(byId),
  )
  expect(after.map(({ markdown, html, title }) => markdown + html + (title ?? '')).join('')).toBe('…')
  expect(
    await database()
      .select()
      .from(draft)
      .where(eq(draft.subject, `entry:${ids[0]}`)),
  ).toEqual([])
  expect(await database().select().from(entryAlias).where(eq(entryAlias.entryId, ids[0]))).toEqual([])
  expect(await titles(admin, ids[0])).toBeUndefined()
  await expect(restoreFromTrash(admin, thing)).rejects.toMatchObject({ code: 'not-found' })
  const traces = and(eq(audit.objectId, ids[0]), eq(audit.action, 'entry.erase'))
  expect(await database().select().from(audit).where(traces)).toHaveLength(1)
  const file = (await exportNote(admin, noteId)).bytes.toString()
  expect(file).not.toContain('甲')
  expect(file).toContain('乙的答案。')
})

test('what people said beside a text goes too: checks, interviews, its names in notifications and in the log', async () => {
  // given
  const { ids } = await given()
  const [id, otherId] = ids
  const [text] = await database()
    .select({ id: revision.id, title: revision.title })
    .from(revision)
    .where(eq(revision.entryId, id))
  const { title, id: revisionId } = text!
  const personId = editor.id
  const said = { against: '秘密手册', evidence: [{ kind: 'note' as const, text: '秘密页码' }] }
  await database()
    .insert(verification)
    .values({ ...said, entryId: id, revisionId, personId })
  const where = { company: '秘密公司', role: '秘密岗位', round: '秘密轮次', precision: 'unknown' as const }
  await database()
    .insert(encounter)
    .values({ ...where, entryId: id, reportedBy: personId })
  await addAlias(editor, { entry: id, alias: '秘密别名' })
  // As somebody was told when it was merged for a while.
  const detail = { action: 'entry.merge', from: title ?? '', into: '另一个问题' }
  await database().insert(notification).values({ personId, kind: 'entry_merged', entryId: otherId, detail })
  const moves = {
    answers: [],
    encounters: [],
    tags: [],
    aliases: ['秘密键'],
    watchers: [],
    standardAnswer: null,
  }
  const undone = { mergedBy: personId, undoneBy: personId, undoneAt: new Date() }
  await database()
    .insert(entryMerge)
    .values({ fromId: id, intoId: otherId, moves, ...undone })
  // when
  await trash(editor, { kind: 'entry', id })
  await erase(admin, { kind: 'entry', id })
  // then
  const rows = await database().execute<{ words: string }>(sql`
    select to_jsonb(v)::text as words from verification v where entry_id = ${id}
    union all select to_jsonb(e)::text from encounter e where entry_id = ${id}
    union all select to_jsonb(m)::text from entry_merge m where from_id = ${id}
    union all select to_jsonb(n)::text from notification n where entry_id = ${otherId}
    union all select to_jsonb(a)::text from audit a where object_id = ${id}`)
  expect(rows.length).toBeGreaterThanOrEqual(7)
  const words = rows.map((row) => row.words).join('\n')
  expect(words).not.toContain('秘密')
  expect(words).not.toContain(title)
  expect(words).toContain('另一个问题')
})

test('the search forgets words that stood nowhere else, and knows them again where somebody writes them', async () => {
  // given
  const { entries } = await given()
  const [first, second] = entries
  const known = async () => {
    const rows = await database().select().from(searchTerm).where(like(searchTerm.term, 'geheim%'))
    return rows.map(({ term }) => term).toSorted()
  }
  await answerEntry(editor, { entry: first!.id, operationId: v7(), markdown: 'geheimwort und geheimnis' })
  await answerEntry(editor, { entry: second!.id, operationId: v7(), markdown: 'kein geheimnis' })
  // when
  await trash(editor, { kind: 'entry', id: first!.id })
  await erase(admin, { kind: 'entry', id: first!.id })
  const afterwards = await known()
  await answerEntry(admin, { entry: second!.id, operationId: v7(), markdown: 'geheimwort' })
  // then
  expect(afterwards).toEqual(['geheimnis'])
  expect(await known()).toEqual(['geheimnis', 'geheimwort'])
})

test('an erased note takes its file along', async () => {
  const { noteId } = await given()
  await trash(admin, { kind: 'note', id: noteId })

  await erase(admin, { kind: 'note', id: noteId })

  const [file] = await database().select().from(noteImport).where(eq(noteImport.noteId, noteId))
  expect(file).toMatchObject({ bytes: Buffer.alloc(0), fileName: '…' })
  const [row] = await database().select().from(note).where(eq(note.id, noteId))
  expect(row?.title).toBe('…')
})

test('nobody but that function changes what was written, whatever they say that they are doing', async () => {
  const { ids } = await given()
  const change = database().transaction(async (tx) => {
    await tx.execute(sql`select set_config('errata.erasing', 'on', true)`)
    await tx.execute(sql`update revision set markdown = '' where entry_id = ${ids[0]}`)
  })
  await expect(change).rejects.toMatchObject({ cause: { code: '42501' } })
  const living = database().execute(sql`select erase_texts('entry', ${ids[0]}::uuid)`)
  await expect(living).rejects.toMatchObject({ cause: { code: '42501' } })
})

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)
