import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import { database } from '#db/client'
import { audit } from '#db/schema/audit'
import { draft } from '#db/schema/drafts'
import { entryMerge } from '#db/schema/duplicates'
import { answer, entry } from '#db/schema/entries'
import { section } from '#db/schema/notes'
import { searchDoc } from '#db/schema/search'
import { requireImporter } from '#lib/auth/importer'
import type { SignedIn } from '#lib/auth/viewer'
import { saveDraft } from '#lib/entries/save-draft'
import { importNote } from '#lib/notes/import-note'
import { findOutline } from '#lib/notes/queries'
import { testDatabase } from '#lib/testing/database'
import { asGuest, signedIn } from '#lib/testing/people'
import { erase } from './erase.ts'
import { findLying, listTrash } from './queries.ts'
import { restoreFromTrash } from './restore.ts'
import type { Thing } from './thing.ts'
import { trash } from './trash.ts'

testDatabase()

let editor: SignedIn
let admin: SignedIn
let member: SignedIn
let notesGiven = 0
beforeAll(async () => {
  ;[editor, admin, member] = [await signedIn('editor'), await signedIn('admin'), await signedIn('member')]
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

/** The answer to a question, as if that person had written it. */
async function givenAnswer(entryId: string, author: SignedIn): Promise<string> {
  const [row] = await database()
    .update(answer)
    .set({ origin: 'person', authorId: author.id })
    .where(eq(answer.entryId, entryId))
    .returning({ id: answer.id })
  return row!.id
}

const living = async (noteId: string) => (await findOutline(noteId)).all.map(({ id }) => id)
const indexed = async (id: string) =>
  (await database().select({ id: searchDoc.id }).from(searchDoc).where(eq(searchDoc.id, id))).length > 0
const titles = async (viewer: SignedIn, id: string) => (await listTrash(viewer)).find((row) => row.id === id)

test('a question leaves its note and search at once, and comes back to its place', async () => {
  // given
  const { noteId, ids } = await given()
  const thing: Thing = { kind: 'entry', id: ids[0] }
  // when
  await trash(editor, thing)
  // then
  expect(await living(noteId)).toEqual([ids[1], ids[2]])
  expect(await indexed(ids[0])).toBe(false)
  expect(await titles(editor, ids[0])).toMatchObject({ kind: 'entry', trasher: editor.name })
  // when
  expect(await restoreFromTrash(editor, thing)).toEqual({ place: 'old' })
  // then
  expect(await living(noteId)).toEqual(ids)
  expect(await indexed(ids[0])).toBe(true)
  expect(await titles(editor, ids[0])).toBeUndefined()
})

test('doing either twice changes nothing and leaves one trace', async () => {
  const { ids } = await given()
  const thing: Thing = { kind: 'entry', id: ids[0] }

  for (const _ of [1, 2]) await trash(editor, thing)
  for (const _ of [1, 2]) await restoreFromTrash(editor, thing)

  const said = await database().select({ action: audit.action }).from(audit).where(eq(audit.objectId, ids[0]))
  expect(said.map(({ action }) => action)).toEqual(['entry.trash', 'entry.restore'])
})

test('a section takes along what is in it and brings back just that', async () => {
  // given
  const { noteId, ids, sections } = await given()
  await trash(editor, { kind: 'entry', id: ids[1] })
  // when
  await trash(editor, { kind: 'section', id: sections[0] })
  // then
  expect(await living(noteId)).toEqual([])
  expect(await titles(editor, sections[0])).toMatchObject({ kind: 'section', entries: 2 })
  expect(await titles(editor, sections[1])).toBeUndefined()
  expect(await titles(editor, ids[0])).toBeUndefined()
  expect(await titles(editor, ids[1])).toBeDefined()
  // when
  await restoreFromTrash(editor, { kind: 'section', id: sections[0] })
  // then
  expect(await living(noteId)).toEqual([ids[0], ids[2]])
})

test('what comes back from a place that is gone stands at the end of its note', async () => {
  const { noteId, ids, sections } = await given()
  await trash(editor, { kind: 'entry', id: ids[0] })
  await trash(editor, { kind: 'section', id: sections[1] })
  await trash(editor, { kind: 'section', id: sections[0] })

  const [question, part] = [
    await restoreFromTrash(editor, { kind: 'entry', id: ids[0] }),
    await restoreFromTrash(editor, { kind: 'section', id: sections[1] }),
  ]

  expect([question, part]).toEqual([{ place: 'end' }, { place: 'end' }])
  expect(await living(noteId)).toEqual([ids[0], ids[2]])
})

test('a note goes with its questions and comes back with them; meanwhile nothing in it is restored', async () => {
  const { noteId, ids } = await given()
  await trash(editor, { kind: 'entry', id: ids[1] })
  await trash(editor, { kind: 'note', id: noteId })

  expect(await indexed(ids[0])).toBe(false)
  expect(await titles(editor, noteId)).toMatchObject({ kind: 'note', entries: 2 })
  await expect(restoreFromTrash(editor, { kind: 'entry', id: ids[1] })).rejects.toMatchObject({
    code: 'conflict',
  })

  await restoreFromTrash(editor, { kind: 'note', id: noteId })
  expect(await indexed(ids[0])).toBe(true)
  expect(await living(noteId)).toEqual([ids[0], ids[2]])
})

test('members put their own answers into the trash and find them there, and nobody else’s', async () => {
  // given
  const { ids } = await given()
  const [own, foreign] = [await givenAnswer(ids[0], member), await givenAnswer(ids[1], editor)]
  // when
  await trash(member, { kind: 'answer', id: own })
  const tried = trash(member, { kind: 'answer', id: foreign })
  // then
  await expect(tried).rejects.toMatchObject({ code: 'forbidden' })
  await expect(trash(member, { kind: 'entry', id: ids[0] })).rejects.toMatchObject({ code: 'forbidden' })
  await trash(editor, { kind: 'answer', id: foreign })
  const seen = (await listTrash(member)).map(({ id }) => id)
  expect(seen).toContain(own)
  expect(seen).not.toContain(foreign)
  await expect(listTrash(asGuest(member))).rejects.toMatchObject({ code: 'forbidden' })
  await restoreFromTrash(member, { kind: 'answer', id: own })
  const [row] = await database().select().from(answer).where(eq(answer.id, own))
  expect(row?.trashedAt).toBeNull()
})

test('an answer that an editor put away is not brought back by its author, nor one of a question in the trash by anybody', async () => {
  const { ids } = await given()
  const own = await givenAnswer(ids[0], member)
  await trash(editor, { kind: 'answer', id: own })

  await expect(restoreFromTrash(member, { kind: 'answer', id: own })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await trash(editor, { kind: 'entry', id: ids[0] })
  await expect(restoreFromTrash(editor, { kind: 'answer', id: own })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('a question that was merged into another one is no trash, and comes back only by undoing that', async () => {
  const { ids } = await given()
  const thing: Thing = { kind: 'entry', id: ids[0] }
  await trash(editor, thing)
  const moves = { answers: [], encounters: [], tags: [], aliases: [], watchers: [], standardAnswer: null }
  await database().insert(entryMerge).values({ fromId: ids[0], intoId: ids[1], moves, mergedBy: editor.id })

  expect(await titles(editor, ids[0])).toBeUndefined()
  await expect(restoreFromTrash(editor, thing)).rejects.toMatchObject({ code: 'not-found' })
})

test('drafts of what is in the trash are kept', async () => {
  const { ids } = await given()
  const subject = `entry:${ids[0]}`
  await saveDraft(editor, { subject, baseId: null, title: 'x', markdown: '写到一半' })

  await trash(editor, { kind: 'entry', id: ids[0] })

  expect(await database().select().from(draft).where(eq(draft.subject, subject))).toHaveLength(1)
})

test('after thirty days only admins find it, and restore it', async () => {
  const { ids, entries } = await given()
  const thing: Thing = { kind: 'entry', id: ids[0] }
  await trash(editor, thing)
  await database()
    .update(entry)
    .set({ trashedAt: sql`now() - interval '31 days'` })
    .where(eq(entry.id, ids[0]))

  expect(await titles(editor, ids[0])).toBeUndefined()
  expect(await titles(admin, ids[0])).toBeDefined()
  expect(await findLying('entry', entries[0]!.shortId)).toMatchObject({ id: ids[0] })
  await expect(restoreFromTrash(editor, thing)).rejects.toMatchObject({ code: 'forbidden' })
  await restoreFromTrash(admin, thing)
  expect(await titles(admin, ids[0])).toBeUndefined()
})

test('what never was is not found', async () => {
  const nothing: Thing = { kind: 'section', id: v7() }
  for (const verb of [trash, restoreFromTrash, erase])
    await expect(verb(admin, nothing)).rejects.toMatchObject({ code: 'not-found' })
})
