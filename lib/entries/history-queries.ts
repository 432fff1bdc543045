import { and, desc, eq, sql } from 'drizzle-orm'
import { database } from '#db/client'
import { person } from '#db/schema/people'
import { revision } from '#db/schema/revisions'
import type { Subject } from './append-revision.ts'

const subjectColumn = { entry: revision.entryId, answer: revision.answerId, section: revision.sectionId }
const ofSubject = ({ kind, id }: Subject) => eq(subjectColumn[kind], id)

/** The versions of a text, the newest first, without their texts. Sizes are bytes. */
export async function listRevisions(subject: Subject, limit = 200) {
  return database()
    .select({
      id: revision.id,
      number: revision.number,
      kind: revision.kind,
      minor: revision.minor,
      summary: revision.summary,
      author: person.name,
      createdAt: revision.createdAt,
      size: sql<number>`octet_length(${revision.markdown})::int`,
    })
    .from(revision)
    .innerJoin(person, eq(person.id, revision.authorId))
    .where(ofSubject(subject))
    .orderBy(desc(revision.number))
    .limit(limit)
}

/** One version of a text, with its text as written and as rendered. */
export async function findRevision(subject: Subject, number: number) {
  const [row] = await database()
    .select({
      id: revision.id,
      number: revision.number,
      kind: revision.kind,
      minor: revision.minor,
      summary: revision.summary,
      title: revision.title,
      markdown: revision.markdown,
      html: revision.html,
      author: person.name,
      createdAt: revision.createdAt,
    })
    .from(revision)
    .innerJoin(person, eq(person.id, revision.authorId))
    .where(and(ofSubject(subject), eq(revision.number, number)))
  return row
}

/** All versions of a text from the oldest to the newest, for blame; the newest `limit` where there are more. */
export async function listTexts(subject: Subject, limit = 500) {
  const rows = await database()
    .select({
      id: revision.id,
      number: revision.number,
      kind: revision.kind,
      summary: revision.summary,
      markdown: revision.markdown,
      author: person.name,
      createdAt: revision.createdAt,
    })
    .from(revision)
    .innerJoin(person, eq(person.id, revision.authorId))
    .where(ofSubject(subject))
    .orderBy(desc(revision.number))
    .limit(limit)
  return rows.reverse()
}
