import { eq } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { answer, entry } from '#db/schema/entries'
import { section } from '#db/schema/notes'
import { revision } from '#db/schema/revisions'
import type { Subject } from './append-revision.ts'

const head = {
  headId: revision.id,
  number: revision.number,
  title: revision.title,
  markdown: revision.markdown,
}

/** A text as it stands, with what its policy and its readers' pages depend on; undefined where there is none. */
export async function findText(reader: Reader, subject: Subject) {
  if (subject.kind === 'answer') return findAnswer(reader, subject.id)
  return subject.kind === 'entry' ? findEntry(reader, subject.id) : findSection(reader, subject.id)
}

export type Text = NonNullable<Awaited<ReturnType<typeof findText>>>

async function findAnswer(reader: Reader, id: string) {
  const [row] = await reader
    .select({
      ...head,
      authorId: answer.authorId,
      origin: answer.origin,
      trashedAt: answer.trashedAt,
      entryId: answer.entryId,
      noteId: entry.noteId,
    })
    .from(answer)
    .innerJoin(entry, eq(entry.id, answer.entryId))
    .innerJoin(revision, eq(revision.id, answer.headRevisionId))
    .where(eq(answer.id, id))
  return row && { ...row, sectionId: null }
}

async function findEntry(reader: Reader, id: string) {
  const [row] = await reader
    .select({
      ...head,
      authorId: entry.createdBy,
      trashedAt: entry.trashedAt,
      entryId: entry.id,
      noteId: entry.noteId,
    })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headRevisionId))
    .where(eq(entry.id, id))
  return row && { ...row, origin: null, sectionId: null }
}

async function findSection(reader: Reader, id: string) {
  const [row] = await reader
    .select({ ...head, trashedAt: section.trashedAt, noteId: section.noteId, sectionId: section.id })
    .from(section)
    .innerJoin(revision, eq(revision.id, section.headRevisionId))
    .where(eq(section.id, id))
  return row && { ...row, authorId: null, origin: null, entryId: null }
}
