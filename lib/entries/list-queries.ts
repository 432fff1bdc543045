import { and, asc, count, desc, eq, inArray, isNull } from 'drizzle-orm'
import { cache } from 'react'
import { database } from '#db/client'
import { entryStateOf } from '#db/entry-state'
import { entry, entryTag, tag } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { revision } from '#db/schema/revisions'

const listed = {
  shortId: entry.shortId,
  title: revision.title,
  state: entryStateOf(entry.id),
  note: { shortId: note.shortId, title: note.title },
  changedAt: entry.changedAt,
}

const entries = () =>
  database()
    .select(listed)
    .from(entry)
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
    .where(and(readable, inArray(entryStateOf(entry.id), ['unanswered', 'partial'])))
    .orderBy(desc(entry.changedAt), desc(entry.id))
    .limit(limit)

/** Questions that still want an answer, in the order of the shelf. */
export const listOpenEntries = (states: OpenState[], limit: number, noteShortId?: string) =>
  entries()
    .where(
      and(
        readable,
        inArray(entryStateOf(entry.id), states),
        noteShortId ? eq(note.shortId, noteShortId) : undefined,
      ),
    )
    .orderBy(asc(note.position), asc(note.title), asc(note.id), asc(entry.position), asc(entry.id))
    .limit(limit)

export const listEntriesOfTag = (name: string) =>
  entries()
    .innerJoin(entryTag, eq(entryTag.entryId, entry.id))
    .innerJoin(tag, eq(tag.id, entryTag.tagId))
    .where(and(readable, eq(tag.name, name)))
    .orderBy(asc(note.position), asc(note.title), asc(entry.position), asc(entry.id))

/** Tags that stand on at least one question, the most used first. */
export const listTags = () =>
  database()
    .select({ name: tag.name, entries: count() })
    .from(tag)
    .innerJoin(entryTag, eq(entryTag.tagId, tag.id))
    .innerJoin(entry, and(eq(entry.id, entryTag.entryId), isNull(entry.trashedAt)))
    .groupBy(tag.id, tag.name)
    .orderBy(desc(count()), asc(tag.name))

/** How many questions of each state each note has. */
export const countByNote = cache(() => {
  const states = database()
    .select({ noteId: entry.noteId, state: entryStateOf(entry.id).as('state') })
    .from(entry)
    .innerJoin(note, eq(note.id, entry.noteId))
    .where(readable)
    .as('states')
  return database()
    .select({ noteId: states.noteId, state: states.state, entries: count() })
    .from(states)
    .groupBy(states.noteId, states.state)
})
