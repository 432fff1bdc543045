import { and, asc, desc, eq, inArray, isNull, max, min, ne, or } from 'drizzle-orm'
import { cache } from 'react'
import { database } from '#db/client'
import { entryStateOf } from '#db/entry-state'
import { answer, entry } from '#db/schema/entries'
import { noteImport, notePiece, noteText } from '#db/schema/imports'
import { note, section } from '#db/schema/notes'
import { revision } from '#db/schema/revisions'
import { outlineOf } from './outline.ts'

/** Every note's name, in the order of the shelf. */
export const listNotes = cache(() =>
  database()
    .select({ id: note.id, shortId: note.shortId, title: note.title })
    .from(note)
    .where(isNull(note.trashedAt))
    .orderBy(asc(note.position), asc(note.title)),
)

export const findNote = cache(async (shortId: string) => {
  const [found] = await database()
    .select({ id: note.id, shortId: note.shortId, title: note.title })
    .from(note)
    .where(and(eq(note.shortId, shortId), isNull(note.trashedAt)))
  return found
})

/** The headings of some notes, in no order: `outlineOf` puts them into their tree. */
export const listSections = (noteIds: string[]) =>
  database()
    .select({
      id: section.id,
      shortId: section.shortId,
      noteId: section.noteId,
      parentId: section.parentId,
      position: section.position,
      title: revision.title,
    })
    .from(section)
    .innerJoin(revision, eq(revision.id, section.headRevisionId))
    .where(and(inArray(section.noteId, noteIds), isNull(section.trashedAt)))

/** The questions of some notes with their derived state, in no order: `outlineOf` puts them into their tree. */
export const listOutlineEntries = (noteIds: string[]) =>
  database()
    .select({
      id: entry.id,
      shortId: entry.shortId,
      noteId: entry.noteId,
      sectionId: entry.sectionId,
      position: entry.position,
      title: revision.title,
      state: entryStateOf(entry.id),
    })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headRevisionId))
    .where(and(inArray(entry.noteId, noteIds), isNull(entry.trashedAt)))

/** What is said under the headings of a note, before their first question. */
export const listSectionTexts = (noteId: string) =>
  database()
    .select({ sectionId: section.id, html: revision.html })
    .from(section)
    .innerJoin(revision, eq(revision.id, section.headRevisionId))
    .where(and(eq(section.noteId, noteId), isNull(section.trashedAt), ne(revision.markdown, '')))

/** What the latest file of a note says before its first section, as HTML; undefined where it says nothing. */
export async function findNoteText(noteId: string): Promise<string | undefined> {
  const [latest] = await database()
    .select({ html: noteText.html })
    .from(noteImport)
    .leftJoin(noteText, eq(noteText.importId, noteImport.id))
    .where(eq(noteImport.noteId, noteId))
    .orderBy(desc(noteImport.number))
    .limit(1)
  return latest?.html || undefined
}

/** One note's tree of sections and questions, in reading order. */
export const findOutline = cache(async (noteId: string) => {
  const [sections, entries] = await Promise.all([listSections([noteId]), listOutlineEntries([noteId])])
  return outlineOf(sections, entries)
})

/** The lines of the latest imported file on which an entry stands, its answers included; from 1. */
export async function findEntryLines(entryId: string) {
  const [found] = await database()
    .select({
      file: noteImport.fileName,
      line: min(notePiece.line).mapWith(Number),
      endLine: max(notePiece.endLine).mapWith(Number),
    })
    .from(notePiece)
    .innerJoin(noteImport, eq(noteImport.id, notePiece.importId))
    .leftJoin(answer, eq(answer.id, notePiece.answerId))
    .where(or(eq(notePiece.entryId, entryId), eq(answer.entryId, entryId)))
    .groupBy(noteImport.id)
    .orderBy(desc(noteImport.number))
    .limit(1)
  return found
}
