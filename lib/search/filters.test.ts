import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { correction } from '#db/schema/corrections'
import { encounter, entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { person } from '#db/schema/people'
import { requireImporter } from '#lib/auth/importer'
import { anyReader, guest, type Viewer } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { type EntryGiven, givenEntry, givenNote } from '#lib/testing/given-entry'
import { signedIn } from '#lib/testing/people'
import { EntrySearch } from './input.ts'
import { queueForIndexing } from './outbox.ts'
import { searchEntries } from './search.ts'

testDatabase()

const ask = (q: string, more: Partial<EntrySearch> = {}) =>
  searchEntries(guest, { ...EntrySearch.parse({ q }), ...more })
const titles = async (q: string, more: Partial<EntrySearch> = {}) =>
  (await ask(q, more)).hits.map(({ title }) => title).sort()

async function given(entryGiven: EntryGiven, asked = 0): Promise<string> {
  const importer = await requireImporter()
  return database().transaction(async (tx) => {
    const { id } = await givenEntry(tx, entryGiven)
    if (asked > 0)
      await tx
        .insert(encounter)
        .values({ entryId: id, times: asked, precision: 'unknown', mark: 'm', reportedBy: importer.id })
    await queueForIndexing(tx, [id])
    return id
  })
}

test('operators narrow what is found, by tag, note, state, how often it was asked and who asked', async () => {
  const networks = await givenNote('计算机 网络 filters')
  const other = await givenNote('操作系统 filters')
  const full = { answers: [{ markdown: '有答案。' }] }
  await given({ ...full, noteId: networks.id, title: '滤词 甲', tags: ['协议甲'] }, 5)
  await given({ noteId: networks.id, title: '滤词 乙', tags: ['协议乙'] }, 3)
  await given({ ...full, noteId: other.id, title: '滤词 丙' })

  expect(await titles('滤词')).toEqual(['滤词 丙', '滤词 乙', '滤词 甲'])
  expect(await titles('滤词 tag:协议甲')).toEqual(['滤词 甲'])
  expect(await titles('tag:协议 滤词')).toEqual(['滤词 乙', '滤词 甲'])
  expect(await titles('滤词 note:操作系统')).toEqual(['滤词 丙'])
  expect(await titles(`滤词 note:${networks.shortId}`)).toEqual(['滤词 乙', '滤词 甲'])
  expect(await titles('滤词 note:"计算机 网络"')).toEqual(['滤词 乙', '滤词 甲'])
  expect(await titles('滤词 is:unanswered')).toEqual(['滤词 乙'])
  expect(await titles('滤词 asked:>3')).toEqual(['滤词 甲'])
  expect(await titles('滤词 asked:3')).toEqual(['滤词 乙', '滤词 甲'])
  expect(await titles('滤词 by:import')).toHaveLength(3)
  expect(await titles('滤词 by:nobody')).toEqual([])
  expect(await titles('滤词 tag:没有这个')).toEqual([])
  expect(await titles('滤词', { by: 'Imp', asked: 4 })).toEqual(['滤词 甲'])
  expect(await titles('tag:协议甲 asked:>3 is:answered')).toEqual(['滤词 甲'])
})

test('notes and tags of that name come along when asked for', async () => {
  const { id: noteId, shortId } = await givenNote('Placeful 笔记')
  await given({ noteId, title: '一问', tags: ['placeful-tag'] })

  const found = await ask('PLACEFUL', { places: true })
  const without = await ask('placeful')

  expect(found.notes).toEqual([{ name: 'Placeful 笔记', url: expect.stringContaining(shortId), entries: 1 }])
  expect(found.tags).toEqual([{ name: 'placeful-tag', url: '/tags/placeful-tag', entries: 1 }])
  expect(await ask('tag:placeful', { places: true })).toMatchObject({
    notes: [],
    tags: [{ name: 'placeful-tag' }],
  })
  expect(without).not.toHaveProperty('notes')
})

test('members find one another by name; guests are told nobody, and nobody finds who may not take part any more', async () => {
  const asked = (viewer: Viewer, q: string) =>
    searchEntries(viewer, { ...EntrySearch.parse({ q }), places: true })
  const member = await signedIn('member')
  const rename = (name: string, suspendedAt: Date | null = null) =>
    database().update(person).set({ name, suspendedAt }).where(eq(person.id, member.id))
  await rename('Zhāng 小明')

  expect((await asked(member, '小明')).people).toEqual(['Zhāng 小明'])
  expect((await asked(member, 'by:zhāng')).people).toEqual(['Zhāng 小明'])
  expect((await asked(guest, '小明')).people).toEqual([])
  expect((await asked(anyReader, 'by:小明')).people).toEqual([])
  expect((await asked(member, 'import')).people).toEqual([])

  await rename('Zhāng 小明', new Date())
  expect((await asked(member, '小明')).people).toEqual([])
})

test('nothing of a question or note in the trash shows: no hit, count, suggestion or correction', async () => {
  const canary = 'kanarienvogel'
  const { id: noteId } = await givenNote('Ordinary')
  const id = await given({
    noteId,
    title: `${canary} 的问题`,
    tags: [`${canary}-tag`],
    answers: [{ markdown: canary }],
  })
  const trashedNote = await givenNote(`${canary} note`)
  const inside = await given({
    noteId: trashedNote.id,
    title: `${canary} inside`,
    tags: [`${canary}-inside`],
  })
  expect((await ask(canary, { places: true })).total).toBe(2)

  await database().transaction(async (tx) => {
    await tx.update(entry).set({ trashedAt: new Date() }).where(eq(entry.id, id))
    await tx.update(note).set({ trashedAt: new Date() }).where(eq(note.id, trashedNote.id))
    await queueForIndexing(tx, [id, inside])
  })

  for (const q of [
    canary,
    'kanarienvogle',
    `tag:${canary}`,
    `note:${canary}`,
    `tag:${canary}-tag x`,
    canary.slice(0, 5),
  ]) {
    const { hits, total, notes, tags, correction } = await ask(q, { places: true })
    expect({ q, hits, total, notes, tags }).toEqual({ q, hits: [], total: 0, notes: [], tags: [] })
    expect([q, correction]).toEqual([q, null])
  }
})

test('a question is found as disputed while a correction of a fact is open, and no longer', async () => {
  // given
  const { id: noteId } = await givenNote()
  const id = await given({ noteId, title: '争词 甲', answers: [{ markdown: '有答案。' }] })
  await given({ noteId, title: '争词 乙', answers: [{ markdown: '有答案。' }] })
  const { id: authorId } = await requireImporter()
  await database().insert(correction).values({ entryId: id, kind: 'fact', authorId })
  await database().transaction((tx) => queueForIndexing(tx, [id]))
  // when, then
  expect(await titles('争词 is:disputed')).toEqual(['争词 甲'])
  expect(await titles('争词 状态:有争议')).toEqual(['争词 甲'])
  expect(await titles('争词 is:answered')).toEqual(['争词 乙'])
  await database().update(correction).set({ state: 'rejected' }).where(eq(correction.entryId, id))
  await database().transaction((tx) => queueForIndexing(tx, [id]))
  expect(await titles('争词 is:disputed')).toEqual([])
})
