import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { audit } from '#db/schema/audit'
import { entry, entryTag } from '#db/schema/entries'
import { Refusal } from '#lib/refusal'
import { queueForIndexing } from '#lib/search/outbox'
import { searchEntries } from '#lib/search/search'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { signedIn } from '#lib/testing/people'
import { addAlias, ChangeAlias } from './add-alias.ts'
import { addTag, ChangeTag } from './add-tag.ts'
import { listAliases, listEntryTags } from './queries.ts'
import { removeAlias } from './remove-alias.ts'
import { removeTag } from './remove-tag.ts'

testDatabase()

async function givenQuestion(title = '什么是死锁？', createdBy?: string) {
  const { id: noteId } = await givenNote()
  return database().transaction(async (tx) => {
    const { id } = await givenEntry(tx, { noteId, title })
    if (createdBy) await tx.update(entry).set({ createdBy }).where(eq(entry.id, id))
    await queueForIndexing(tx, [id])
    return id
  })
}

const tagsOf = async (id: string) => (await listEntryTags(id)).map(({ name }) => name)
const aliasesOf = async (id: string) => (await listAliases(id)).map(({ alias }) => alias)
const eventsOf = (id: string) =>
  database()
    .select({ action: audit.action, detail: audit.detail })
    .from(audit)
    .where(and(eq(audit.objectId, id), eq(audit.objectKind, 'entry')))
    .orderBy(audit.id)

test('a tag is added and taken away once, however often that is asked for, and both are noted', async () => {
  const editor = await signedIn('editor')
  const id = await givenQuestion()
  const change = ChangeTag.parse({ entry: id, tag: ' 并发  控制 ' })

  const added = await Promise.all([addTag(editor, change), addTag(editor, change), addTag(editor, change)])
  expect(await tagsOf(id)).toEqual(['并发 控制'])
  expect(added.filter(({ isChanged }) => isChanged)).toHaveLength(1)
  const { hits } = await searchEntries(editor, { q: '', tag: '并发 控制', limit: 5, offset: 0 })
  expect(hits).toHaveLength(1)
  const removed = [await removeTag(editor, change), await removeTag(editor, change)]

  expect(await tagsOf(id)).toEqual([])
  expect(removed.map(({ isChanged }) => isChanged)).toEqual([true, false])
  expect(await eventsOf(id)).toEqual([
    { action: 'entry.tag', detail: { before: null, after: '并发 控制' } },
    { action: 'entry.untag', detail: { before: '并发 控制', after: null } },
  ])
})

test('a tag that differs in case or width alone is the one that is there', async () => {
  const editor = await signedIn('editor')
  const [one, other] = [await givenQuestion(), await givenQuestion()]
  await addTag(editor, { entry: one, tag: 'gRPC' })

  const added = await addTag(editor, { entry: other, tag: 'ＧＲＰＣ' })

  expect(added).toEqual({ name: 'gRPC', isChanged: true })
  expect(await tagsOf(other)).toEqual(['gRPC'])
})

test('of many who tag at once, nobody gets a question beyond twenty tags', async () => {
  const editor = await signedIn('editor')
  const id = await givenQuestion()
  for (let n = 1; n <= 17; n++) await addTag(editor, { entry: id, tag: `标签 ${n}` })

  const tries = await Promise.allSettled(
    Array.from({ length: 6 }, (_, n) => addTag(editor, { entry: id, tag: `又一个 ${n}` })),
  )

  expect(await database().$count(entryTag, eq(entryTag.entryId, id))).toBe(20)
  const refused = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(refused).toHaveLength(3)
  for (const reason of refused) expect(reason).toMatchObject({ code: 'too-large', details: { field: 'tag' } })
})

test('another name finds the question at once, and no more when it is taken away', async () => {
  const editor = await signedIn('editor')
  const id = await givenQuestion('线程的切换')
  const found = async () => (await searchEntries(editor, { q: 'kontextwechsel', limit: 5, offset: 0 })).hits

  await addAlias(editor, { entry: id, alias: 'Kontextwechsel' })
  expect(await found()).toHaveLength(1)
  expect(await addAlias(editor, { entry: id, alias: 'KONTEXTWECHSEL!' })).toMatchObject({ isChanged: false })
  expect(await aliasesOf(id)).toEqual(['Kontextwechsel'])
  await removeAlias(editor, { entry: id, alias: 'kontextwechsel' })

  expect(await found()).toEqual([])
  expect(await eventsOf(id)).toEqual([
    { action: 'entry.name', detail: { before: null, after: 'Kontextwechsel' } },
    { action: 'entry.unname', detail: { before: 'Kontextwechsel', after: null } },
  ])
})

test('whoever asked a question tags and names it, other members do not, and nobody what is in the trash', async () => {
  const [asker, other, editor] = [
    await signedIn('member'),
    await signedIn('member'),
    await signedIn('editor'),
  ]
  const [own, trashed] = [await givenQuestion('自己的', asker.id), await givenQuestion('扔掉的')]
  await database().update(entry).set({ trashedAt: new Date() }).where(eq(entry.id, trashed))

  await addTag(asker, { entry: own, tag: '自己' })
  await addAlias(asker, { entry: own, alias: '本人的' })
  const refused = await Promise.allSettled([
    addTag(other, { entry: own, tag: '别人' }),
    removeTag(other, { entry: own, tag: '自己' }),
    addAlias(other, { entry: own, alias: '别人的' }),
    removeAlias(other, { entry: own, alias: '本人的' }),
    addTag(editor, { entry: trashed, tag: '晚了' }),
    addAlias(editor, { entry: trashed, alias: '晚了' }),
  ])

  expect(await tagsOf(own)).toEqual(['自己'])
  expect(await aliasesOf(own)).toEqual(['本人的'])
  const codes = refused.map(
    (one) => one.status === 'rejected' && one.reason instanceof Refusal && one.reason.code,
  )
  expect(codes).toEqual(['forbidden', 'forbidden', 'forbidden', 'forbidden', 'not-found', 'not-found'])
  const { hits } = await searchEntries(editor, { q: '', tag: '别人', limit: 5, offset: 0 })
  expect(hits).toEqual([])
})

test.each(['', '   ', '长'.repeat(51), 'a\u0007b', 'a\u2066b', 'a,b', '甲，乙'])('%j is no tag', (tag) => {
  expect(ChangeTag.safeParse({ entry: crypto.randomUUID(), tag }).success).toBe(false)
})

test.each(['', '长'.repeat(201), 'a\u202eb', 'a | b'])('%j is no other name', (alias) => {
  expect(ChangeAlias.safeParse({ entry: crypto.randomUUID(), alias }).success).toBe(false)
})

test('a name is composed (NFC) before it is kept', () => {
  expect(ChangeTag.parse({ entry: crypto.randomUUID(), tag: 'Cafe\u0301' }).tag).toBe('Café')
})
