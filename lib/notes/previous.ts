import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { entryMerge } from '#db/schema/duplicates'
import { answer, entry } from '#db/schema/entries'
import { noteImport, notePiece } from '#db/schema/imports'
import { note, section } from '#db/schema/notes'
import { revision } from '#db/schema/revisions'

/** Imports whose file had this name, or exactly these bytes; the latest of each note that is not in the trash. */
export async function listLatestImports(reader: Reader, fileName: string, sha256: Buffer) {
  const latest = reader
    .selectDistinctOn([noteImport.noteId], {
      id: noteImport.id,
      noteId: noteImport.noteId,
      number: noteImport.number,
      fileName: noteImport.fileName,
      sha256: noteImport.sha256,
    })
    .from(noteImport)
    .orderBy(noteImport.noteId, desc(noteImport.number))
    .as('latest')
  return reader
    .select({
      id: latest.id,
      noteId: latest.noteId,
      number: latest.number,
      fileName: latest.fileName,
      sha256: latest.sha256,
      shortId: note.shortId,
      title: note.title,
    })
    .from(latest)
    .innerJoin(note, eq(note.id, latest.noteId))
    .where(
      and(isNull(note.trashedAt), sql`(${latest.fileName} = ${fileName} or ${latest.sha256} = ${sha256})`),
    )
    .orderBy(asc(note.createdAt), asc(note.id))
}

export type LatestImport = Awaited<ReturnType<typeof listLatestImports>>[number]

/** The bytes of an import with what its lines became, in the order of the file. */
export async function readImport(reader: Reader, importId: string) {
  const [file] = await reader
    .select({ bytes: noteImport.bytes, fileName: noteImport.fileName })
    .from(noteImport)
    .where(eq(noteImport.id, importId))
  const pieces = await reader
    .select({
      kind: notePiece.kind,
      line: notePiece.line,
      endLine: notePiece.endLine,
      indent: notePiece.indent,
      lead: notePiece.lead,
      sectionId: notePiece.sectionId,
      entryId: notePiece.entryId,
      answerId: notePiece.answerId,
    })
    .from(notePiece)
    .where(eq(notePiece.importId, importId))
    .orderBy(asc(notePiece.ordinal))
  return { bytes: file?.bytes ?? Buffer.alloc(0), fileName: file?.fileName ?? '', pieces }
}

export type StoredPiece = Awaited<ReturnType<typeof readImport>>['pieces'][number]

const head = {
  headId: revision.id,
  headNumber: revision.number,
  headKind: revision.kind,
  markdown: revision.markdown,
}

/**
 * All texts of a note as they stand now. What was merged into another question keeps its lines in this note's file: it does not count
 * as being in the trash, and its answers are found here, wherever they are read now.
 */
export async function readTexts(reader: Reader, noteId: string) {
  const sections = await reader
    .select({
      id: section.id,
      parentId: section.parentId,
      position: section.position,
      level: section.level,
      rawHeading: section.rawHeading,
      trashed: sql<boolean>`${section.trashedAt} is not null`,
      title: sql<string>`${revision.title}`,
      ...head,
    })
    .from(section)
    .innerJoin(revision, eq(revision.id, section.headRevisionId))
    .where(eq(section.noteId, noteId))
    .orderBy(asc(section.position), asc(section.id))
  const entries = await reader
    .select({
      id: entry.id,
      sectionId: entry.sectionId,
      position: entry.position,
      rawHeading: entry.rawHeading,
      trashed: sql<boolean>`${entry.trashedAt} is not null and not ${isMerged}`,
      title: sql<string>`${revision.title}`,
      ...head,
    })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headRevisionId))
    .where(eq(entry.noteId, noteId))
    .orderBy(asc(entry.position), asc(entry.id))
  // Where an answer stood before the first merge that moved it.
  const home = reader.$with('home').as(movedAnswers(reader))
  const answers = await reader
    .with(home)
    .select({
      id: answer.id,
      entryId: entry.id,
      position: answer.position,
      origin: answer.origin,
      trashed: sql<boolean>`${answer.trashedAt} is not null`,
      ...head,
    })
    .from(answer)
    .leftJoin(home, eq(home.answerId, answer.id))
    .innerJoin(entry, eq(entry.id, sql`coalesce(${home.entryId}, ${answer.entryId})`))
    .innerJoin(revision, eq(revision.id, answer.headRevisionId))
    .where(eq(entry.noteId, noteId))
    .orderBy(asc(answer.position), asc(answer.id))
  return { sections, entries, answers }
}

const isMerged = sql`exists (select from entry_merge where from_id = ${entry.id} and undone_at is null)`

const movedAnswers = (reader: Reader) =>
  reader
    .selectDistinctOn([sql`moved`], {
      answerId: sql<string>`moved::uuid`.as('answer_id'),
      entryId: entryMerge.fromId,
    })
    .from(entryMerge)
    .innerJoin(sql`jsonb_array_elements_text(${entryMerge.moves} -> 'answers') moved`, sql`true`)
    .where(isNull(entryMerge.undoneAt))
    .orderBy(sql`moved`, asc(entryMerge.mergedAt))

export type NoteTexts = Awaited<ReturnType<typeof readTexts>>

/** The last texts that came from a file, for answers that have no lines of their own. */
export async function readLastImported(reader: Reader, answerIds: string[]): Promise<Map<string, string>> {
  if (answerIds.length === 0) return new Map()
  const rows = await reader
    .selectDistinctOn([revision.answerId], { id: revision.answerId, markdown: revision.markdown })
    .from(revision)
    .where(and(inArray(revision.answerId, answerIds), eq(revision.kind, 'import')))
    .orderBy(revision.answerId, desc(revision.number))
  return new Map(rows.map(({ id, markdown }) => [id ?? '', markdown]))
}

/** Questions and sections that any file of a note ever had. */
export async function listEverInFile(reader: Reader, noteId: string): Promise<Set<string>> {
  const rows = await reader
    .selectDistinct({ sectionId: notePiece.sectionId, entryId: notePiece.entryId })
    .from(notePiece)
    .innerJoin(noteImport, eq(noteImport.id, notePiece.importId))
    .where(eq(noteImport.noteId, noteId))
  return new Set(rows.flatMap(({ sectionId, entryId }) => sectionId ?? entryId ?? []))
}
