import { and, asc, count, desc, eq, inArray, isNotNull, isNull, notInArray, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { cache } from 'react'
import { database } from '#db/client'
import { type EntryState, entryStateOf, indexedState, inLiveIndex } from '#db/entry-state'
import { entry, entryTag, tag } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { revision } from '#db/schema/revisions'
import { searchDoc } from '#db/schema/search'
import type { Stretch } from './stretch.ts'

// An entry without a document would be a mistake elsewhere, and no reason to hide it here.
const indexedOrDerived = sql<EntryState>`coalesce(${indexedState}, ${entryStateOf(entry.id)})`

const entries = () =>
  database()
    .select({
      shortId: entry.shortId,
      title: revision.title,
      state: indexedOrDerived,
      note: { shortId: note.shortId, title: note.title },
      changedAt: entry.changedAt,
      asked: sql<number>`coalesce(${searchDoc.asked}, 0)`,
    })
    .from(entry)
    .leftJoin(searchDoc, and(inLiveIndex, eq(searchDoc.id, entry.id)))
    .innerJoin(revision, eq(revision.id, entry.headRevisionId))
    .innerJoin(note, eq(note.id, entry.noteId))
    .$dynamic()

const readable = and(isNull(entry.trashedAt), isNull(note.trashedAt))

export const listRecentlyChanged = (limit: number) =>
  entries().where(readable).orderBy(desc(entry.changedAt), desc(entry.id)).limit(limit)

export type OpenState = 'unanswered' | 'partial'

/** Questions that still want an answer, the newest first: what the home page shows of them. */
export const listNewestOpenEntries = (limit: number) =>
  entries()
    .where(and(readable, inArray(indexedState, ['unanswered', 'partial'])))
    .orderBy(desc(entry.changedAt), desc(entry.id))
    .limit(limit)

const onShelf = [asc(note.position), asc(note.title), asc(note.id), asc(entry.position), asc(entry.id)]

/** How many questions want an answer in each note that has any, in the order of the shelf. */
export const countOpenByNote = (states: OpenState[]) => {
  const counted = database()
    .select({ space: searchDoc.space, entries: count().as('entries') })
    .from(searchDoc)
    .where(and(inLiveIndex, inArray(indexedState, states)))
    .groupBy(searchDoc.space)
    .as('counted')
  return database()
    .select({ shortId: note.shortId, title: note.title, entries: counted.entries })
    .from(counted)
    .innerJoin(note, eq(note.shortId, counted.space))
    .where(isNull(note.trashedAt))
    .orderBy(asc(note.position), asc(note.title), asc(note.id))
}

const orderOf = (byFrequency = false) =>
  byFrequency ? [sql`${searchDoc.asked} desc nulls last`, ...onShelf] : onShelf

/** Questions of these notes that still want an answer, in the order of the shelf or what is asked most first. */
export function listOpenEntries(
  states: OpenState[],
  noteShortIds: string[],
  stretch: Stretch,
  byFrequency = false,
) {
  // Chosen before their texts are looked up: there may be many more than are asked for.
  const open = database()
    .select({ id: entry.id })
    .from(searchDoc)
    .innerJoin(entry, eq(entry.id, searchDoc.id))
    .innerJoin(note, eq(note.id, entry.noteId))
    .where(and(inLiveIndex, inArray(indexedState, states), inArray(searchDoc.space, noteShortIds), readable))
    .orderBy(...orderOf(byFrequency))
    .limit(stretch.limit)
    .offset(stretch.offset)
    .as('open')
  return entries()
    .innerJoin(open, eq(open.id, entry.id))
    .orderBy(...orderOf(byFrequency))
}

const ofTag = (name: string) =>
  database()
    .select({ id: entry.id })
    .from(tag)
    .innerJoin(entryTag, eq(entryTag.tagId, tag.id))
    .innerJoin(entry, eq(entry.id, entryTag.entryId))
    .innerJoin(note, eq(note.id, entry.noteId))
    .where(and(readable, eq(tag.name, name)))

/** How many questions that can be read have the tag of this name. */
export async function countEntriesOfTag(name: string): Promise<number> {
  const tagged = ofTag(name).as('tagged')
  const [row] = await database().select({ entries: count() }).from(tagged)
  return row?.entries ?? 0
}

/** These questions, in the order of the shelf or what is asked most first. */
export function listEntriesOfTag(name: string, { limit, offset }: Stretch, byFrequency = false) {
  const tagged = ofTag(name)
    .leftJoin(searchDoc, and(inLiveIndex, eq(searchDoc.id, entry.id)))
    .orderBy(...orderOf(byFrequency))
    .limit(limit)
    .offset(offset)
    .as('tagged')
  return entries()
    .innerJoin(tagged, eq(tagged.id, entry.id))
    .orderBy(...orderOf(byFrequency))
}

/** The questions of one note, what is asked most first. */
export const listMostAskedOfNote = (noteId: string) =>
  entries()
    .where(and(readable, eq(entry.noteId, noteId)))
    .orderBy(...orderOf(true))

/** Tags that stand on at least one question, the most used first. */
export function listTags() {
  // What is in the trash is looked up, not what is not: it is little.
  const trashed = unionAll(
    database().select({ id: entry.id }).from(entry).where(isNotNull(entry.trashedAt)),
    database()
      .select({ id: entry.id })
      .from(entry)
      .innerJoin(note, eq(note.id, entry.noteId))
      .where(isNotNull(note.trashedAt)),
  )
  return database()
    .select({ name: tag.name, entries: count() })
    .from(tag)
    .innerJoin(entryTag, eq(entryTag.tagId, tag.id))
    .where(notInArray(entryTag.entryId, trashed))
    .groupBy(tag.id, tag.name)
    .orderBy(desc(count()), asc(tag.name))
}

/** How many questions of each state each note has. */
export const countByNote = cache(() => {
  const counted = database()
    .select({ space: searchDoc.space, state: indexedState.as('state'), entries: count().as('entries') })
    .from(searchDoc)
    .where(inLiveIndex)
    .groupBy(searchDoc.space, indexedState)
    .as('counted')
  return database()
    .select({ noteId: note.id, state: counted.state, entries: counted.entries })
    .from(counted)
    .innerJoin(note, eq(note.shortId, counted.space))
    .where(isNull(note.trashedAt))
})
