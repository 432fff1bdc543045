import { eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { answer, entry, entryTag, tag } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { searchDoc } from '#db/schema/search'
import type { Substance } from '#lib/rendering/rendered'
import { queueForIndexing } from '#lib/search/outbox'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import {
  countByNote,
  listEntriesOfTag,
  listNewestOpenEntries,
  listOpenEntries,
  listRecentlyChanged,
  listTags,
} from './list-queries.ts'

testDatabase()

type Place = { noteId: string; position?: number }

/** A question with one answer of each given substance, indexed as the verbs leave it; named by its title. */
async function given(title: string, { noteId, position }: Place, ...substances: Substance[]) {
  return database().transaction(async (tx) => {
    const answers = substances.map((substance) => ({ markdown: substance, substance }))
    const { id } = await givenEntry(tx, { noteId, title, answers })
    if (position) await tx.update(entry).set({ position }).where(eq(entry.id, id))
    await queueForIndexing(tx, [id])
    return id
  })
}

const trash = (...ids: string[]) =>
  database().transaction(async (tx) => {
    await tx.update(entry).set({ trashedAt: new Date() }).where(inArray(entry.id, ids))
    await queueForIndexing(tx, ids)
  })

const titles = (listed: { title: string | null }[]) => listed.map(({ title }) => title)

test('the open questions of one state are listed alone', async () => {
  const place = { noteId: (await givenNote()).id }
  await given('open', place)
  await given('partial', place, 'some')
  await given('answered', place, 'full')

  const listed = titles(await listOpenEntries(['partial'], 1000))

  expect(listed).toContain('partial')
  expect(listed).not.toContain('open')
  expect(listed).not.toContain('answered')
})

test('open questions come in the order of their notes and then of the note, no more than asked for', async () => {
  const before = await givenNote()
  const after = await givenNote()
  await database().update(note).set({ position: -1 }).where(eq(note.id, before.id))
  await database().update(note).set({ position: 9 }).where(eq(note.id, after.id))
  await given('last of all', { noteId: after.id })
  await given('second', { noteId: before.id, position: 2 })
  await given('first', { noteId: before.id, position: 1 }, 'some')

  const all = await listOpenEntries(['unanswered', 'partial'], 1000)

  expect(titles(all.slice(0, 2))).toEqual(['first', 'second'])
  expect(titles(all.slice(-1))).toEqual(['last of all'])
  expect(await listOpenEntries(['unanswered', 'partial'], 2)).toEqual(all.slice(0, 2))
  expect(await listOpenEntries(['unanswered'], 1000, { noteShortId: after.shortId })).toEqual(all.slice(-1))
})

test('a question in the trash is in no list', async () => {
  const place = { noteId: (await givenNote()).id }
  const gone = await given('thrown away', place)
  await trash(gone)

  const lists = await Promise.all([
    listOpenEntries(['unanswered'], 1000),
    listNewestOpenEntries(1000),
    listRecentlyChanged(1000),
  ])

  expect(lists.flatMap(titles)).not.toContain('thrown away')
})

test('the states of each note are counted as they are derived, after every change', async () => {
  const { id: noteId } = await givenNote()
  const counts = async () => {
    const own = (await countByNote()).filter((row) => row.noteId === noteId)
    return Object.fromEntries(own.map(({ state, entries }) => [state, entries]))
  }
  const changing = await given('loses its answer', { noteId }, 'full')
  const leaving = await given('goes', { noteId }, 'full')
  await given('stays', { noteId }, 'none', 'some')
  expect(await counts()).toEqual({ answered: 2, partial: 1 })

  await database().transaction(async (tx) => {
    await tx.update(answer).set({ trashedAt: new Date() }).where(eq(answer.entryId, changing))
    await queueForIndexing(tx, [changing])
  })
  await trash(leaving)
  expect(await counts()).toEqual({ unanswered: 1, partial: 1 })

  await database().update(note).set({ trashedAt: new Date() }).where(eq(note.id, noteId))
  expect(await counts()).toEqual({})
})

test('a question that has no document in the index is listed all the same, with its state', async () => {
  const bare = await given('not indexed', { noteId: (await givenNote()).id }, 'some')
  await database().delete(searchDoc).where(eq(searchDoc.id, bare))

  const listed = await listRecentlyChanged(1000)

  expect(listed.find(({ title }) => title === 'not indexed')?.state).toBe('partial')
})

test('tags count the questions that can be read', async () => {
  const place = { noteId: (await givenNote()).id }
  const away = await givenNote()
  const [made] = await database().insert(tag).values({ key: 'tcp', name: 'TCP' }).returning({ id: tag.id })
  const kept = await given('tagged', place)
  const gone = await given('tagged and thrown away', place)
  const goneWithNote = await given('tagged in a note that was thrown away', { noteId: away.id })
  await database()
    .insert(entryTag)
    .values([kept, gone, goneWithNote].map((entryId) => ({ entryId, tagId: made!.id })))
  await trash(gone)
  await database().update(note).set({ trashedAt: new Date() }).where(eq(note.id, away.id))

  expect(await listTags()).toEqual([{ name: 'TCP', entries: 1 }])
  expect(titles(await listEntriesOfTag('TCP'))).toEqual(['tagged'])
})
