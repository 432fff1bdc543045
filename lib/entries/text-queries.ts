import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { database } from '#db/client'
import { answer, entry } from '#db/schema/entries'
import { note, section } from '#db/schema/notes'
import { revision } from '#db/schema/revisions'
import type { Subject } from './append-revision.ts'

const place = {
  entryId: entry.id,
  entryShortId: entry.shortId,
  title: revision.title,
  noteId: note.id,
  noteShortId: note.shortId,
  noteTitle: note.title,
}

/** Which text an address means, and where it stands: an entry's question, an answer or a section by short id. */
export async function findPlace(kind: 'entry' | 'answer', shortId: string): Promise<EntryPlace | undefined>
export async function findPlace(kind: Subject['kind'], shortId: string): Promise<Place | undefined>
export async function findPlace(kind: Subject['kind'], shortId: string): Promise<Place | undefined> {
  if (kind === 'section') return findSectionPlace(shortId)
  return kind === 'entry' ? findEntryPlace(shortId) : findAnswerPlace(shortId)
}

export type Place = {
  subject: Subject
  shortId: string
  /** Whose it is and how it came, for the policy. Questions are nobody's own. */
  authorId: string | null
  origin: 'import' | 'person' | null
  /** The question that it is or belongs to; a section is above questions. */
  entryId: string | null
  entryShortId: string | null
  /** Of that question, or of the section. */
  title: string | null
  noteId: string
  noteShortId: string
  noteTitle: string
}
type EntryPlace = Place & { entryId: string; entryShortId: string }

// Its versions and what links to them stay where they are; it is read elsewhere.
const isMerged = sql`exists (select from entry_merge where from_id = ${entry.id} and undone_at is null)`

async function findEntryPlace(shortId: string): Promise<EntryPlace | undefined> {
  const [row] = await database()
    .select(place)
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headRevisionId))
    .innerJoin(note, eq(note.id, entry.noteId))
    .where(and(eq(entry.shortId, shortId), or(isNull(entry.trashedAt), isMerged), isNull(note.trashedAt)))
  return (
    row && {
      ...row,
      shortId,
      authorId: null,
      origin: null,
      subject: { kind: 'entry', id: row.entryId },
    }
  )
}

async function findAnswerPlace(shortId: string): Promise<EntryPlace | undefined> {
  const [row] = await database()
    .select({ ...place, id: answer.id, authorId: answer.authorId, origin: answer.origin })
    .from(answer)
    .innerJoin(entry, eq(entry.id, answer.entryId))
    .innerJoin(revision, eq(revision.id, entry.headRevisionId))
    .innerJoin(note, eq(note.id, entry.noteId))
    .where(
      and(
        eq(answer.shortId, shortId),
        isNull(answer.trashedAt),
        isNull(entry.trashedAt),
        isNull(note.trashedAt),
      ),
    )
  if (!row) return undefined
  const { id, ...where } = row
  return { ...where, shortId, subject: { kind: 'answer', id } }
}

async function findSectionPlace(shortId: string): Promise<Place | undefined> {
  const [row] = await database()
    .select({
      id: section.id,
      title: revision.title,
      noteId: note.id,
      noteShortId: note.shortId,
      noteTitle: note.title,
    })
    .from(section)
    .innerJoin(revision, eq(revision.id, section.headRevisionId))
    .innerJoin(note, eq(note.id, section.noteId))
    .where(and(eq(section.shortId, shortId), isNull(section.trashedAt), isNull(note.trashedAt)))
  if (!row) return undefined
  const { id, ...where } = row
  const nobodys = { authorId: null, origin: null, entryId: null, entryShortId: null }
  return { ...where, ...nobodys, shortId, subject: { kind: 'section', id } }
}
