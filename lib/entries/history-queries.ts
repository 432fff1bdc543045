import { and, desc, eq, sql, sum } from 'drizzle-orm'
import { database } from '#db/client'
import { coauthorsOf } from '#db/coauthors'
import { person } from '#db/schema/people'
import { revision } from '#db/schema/revisions'
import type { Subject } from './append-revision.ts'

const subjectColumn = { entry: revision.entryId, answer: revision.answerId, section: revision.sectionId }
const ofSubject = ({ kind, id }: Subject) => eq(subjectColumn[kind], id)

/** The versions of a text, the newest first, without their texts; `offset` newer ones are left out. Sizes are bytes. */
export async function listRevisions(subject: Subject, { offset, limit }: { offset: number; limit: number }) {
  return database()
    .select({
      id: revision.id,
      number: revision.number,
      kind: revision.kind,
      minor: revision.minor,
      summary: revision.summary,
      author: person.name,
      authorKind: person.kind,
      coauthors: coauthorsOf(revision.id),
      changedAt: revision.createdAt,
      size: sql<number>`octet_length(${revision.markdown})::int`,
    })
    .from(revision)
    .innerJoin(person, eq(person.id, revision.authorId))
    .where(ofSubject(subject))
    .orderBy(desc(revision.number))
    .offset(offset)
    .limit(limit)
}

/** One version of a text, the newest where no number is given, with its text as written and as rendered. */
export async function findRevision(subject: Subject, number?: number) {
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
      authorKind: person.kind,
      coauthors: coauthorsOf(revision.id),
      changedAt: revision.createdAt,
    })
    .from(revision)
    .innerJoin(person, eq(person.id, revision.authorId))
    .where(and(ofSubject(subject), number === undefined ? undefined : eq(revision.number, number)))
    .orderBy(desc(revision.number))
    .limit(1)
  return row
}

/** The number of a text's newest version; versions are numbered from 1 without gaps. Undefined where there is no such text. */
export async function findNewestNumber(subject: Subject): Promise<number | undefined> {
  const [row] = await database()
    .select({ number: revision.number })
    .from(revision)
    .where(ofSubject(subject))
    .orderBy(desc(revision.number))
    .limit(1)
  return row?.number
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
      authorKind: person.kind,
      changedAt: revision.createdAt,
    })
    .from(revision)
    .innerJoin(person, eq(person.id, revision.authorId))
    .where(ofSubject(subject))
    .orderBy(desc(revision.number))
    .limit(limit)
  return rows.reverse()
}

/**
 * All versions of a text as they were rendered, from the oldest to the newest, for blame in the page; undefined where together they
 * have more than `longest` bytes.
 */
export async function listPages(subject: Subject, longest: number) {
  const [all] = await database()
    .select({ bytes: sum(sql`octet_length(${revision.html})`).mapWith(Number) })
    .from(revision)
    .where(ofSubject(subject))
  if ((all?.bytes ?? 0) > longest) return undefined
  return database()
    .select({
      id: revision.id,
      number: revision.number,
      kind: revision.kind,
      summary: revision.summary,
      html: revision.html,
      author: person.name,
      authorKind: person.kind,
      changedAt: revision.createdAt,
    })
    .from(revision)
    .innerJoin(person, eq(person.id, revision.authorId))
    .where(ofSubject(subject))
    .orderBy(revision.number)
}
