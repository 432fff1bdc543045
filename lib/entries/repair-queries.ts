import { and, asc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '#db/client'
import { answer, entry } from '#db/schema/entries'
import { note, section } from '#db/schema/notes'
import { revision, revisionLink } from '#db/schema/revisions'

const title = alias(revision, 'title')
const isCurrent = or(eq(entry.headRevisionId, revision.id), eq(answer.headRevisionId, revision.id))

/** Missing pictures and dead links in current texts of questions and answers, in the order of the shelf. */
export const listRepairs = () =>
  database()
    .select({
      problem: revisionLink.problem,
      target: revisionLink.target,
      label: revisionLink.label,
      line: revisionLink.line,
      entry: { shortId: entry.shortId, title: title.title },
      note: { shortId: note.shortId, title: note.title },
    })
    .from(revisionLink)
    .innerJoin(revision, eq(revision.id, revisionLink.revisionId))
    .leftJoin(answer, and(eq(answer.id, revision.answerId), isNull(answer.trashedAt)))
    .innerJoin(entry, eq(entry.id, sql`coalesce(${revision.entryId}, ${answer.entryId})`))
    .innerJoin(title, eq(title.id, entry.headRevisionId))
    .innerJoin(note, eq(note.id, entry.noteId))
    .where(and(isNotNull(revisionLink.problem), isCurrent, isNull(entry.trashedAt), isNull(note.trashedAt)))
    .orderBy(asc(note.position), asc(note.title), asc(entry.position), asc(revisionLink.ordinal))

/** The same for what stands under the headings of notes. */
export const listSectionRepairs = () =>
  database()
    .select({
      problem: revisionLink.problem,
      target: revisionLink.target,
      label: revisionLink.label,
      line: revisionLink.line,
      section: { shortId: section.shortId, title: revision.title },
      note: { shortId: note.shortId, title: note.title },
    })
    .from(revisionLink)
    .innerJoin(revision, eq(revision.id, revisionLink.revisionId))
    .innerJoin(section, eq(section.headRevisionId, revision.id))
    .innerJoin(note, eq(note.id, section.noteId))
    .where(and(isNotNull(revisionLink.problem), isNull(section.trashedAt), isNull(note.trashedAt)))
    .orderBy(asc(note.position), asc(note.title), asc(section.position), asc(revisionLink.ordinal))
