import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '#db/client'
import { correction, report } from '#db/schema/corrections'
import { answer, entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { person } from '#db/schema/people'
import { revision } from '#db/schema/revisions'
import { mayRead } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'
import { mayCloseReport } from './policy.ts'

const asked = alias(entry, 'asked')
const title = alias(revision, 'title')
const closer = alias(person, 'closer')

/** Reports that nobody closed, the oldest first, `limit` a page; `next` is the `after` of the page that follows, null at the end. */
export async function listOpenReports(
  viewer: Viewer,
  { note: noteShortId, after }: { note?: string; after?: string },
  limit = 20,
) {
  if (!mayRead(viewer)) return { items: [], next: null }
  const rows = await reports(
    isNull(report.closedAt),
    noteShortId ? eq(note.shortId, noteShortId) : undefined,
    after
      ? sql`(${report.createdAt}, ${report.id}) > (select seen.created_at, seen.id from report seen where seen.id::text = ${after})`
      : undefined,
  )
    .orderBy(asc(report.createdAt), asc(report.id))
    .limit(limit + 1)
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** A report with the corrections made for it, and whether the viewer may close it; undefined where there is none, or the viewer may not read. */
export async function findReport(viewer: Viewer, shortId: string) {
  if (!mayRead(viewer)) return undefined
  const [row] = await reports(eq(report.shortId, shortId))
  if (!row) return undefined
  const corrections = await database()
    .select({
      shortId: correction.shortId,
      kind: correction.kind,
      state: correction.state,
      author: person.name,
      createdAt: correction.createdAt,
    })
    .from(correction)
    .innerJoin(person, eq(person.id, correction.authorId))
    .where(eq(correction.reportId, row.id))
    .orderBy(desc(correction.createdAt))
  const { answerAuthorId, answerOrigin, ...found } = row
  const target = { authorId: answerAuthorId, origin: answerOrigin }
  const mayClose = row.closedAt === null && mayCloseReport(viewer, { authorId: row.authorId, target })
  return { ...found, corrections, mayClose }
}

const reports = (...conditions: (SQL | undefined)[]) =>
  database()
    .select({
      id: report.id,
      shortId: report.shortId,
      kind: report.kind,
      passage: report.passage,
      why: report.why,
      evidence: report.evidence,
      entryId: report.entryId,
      answerId: report.answerId,
      answerShortId: answer.shortId,
      answerAuthorId: answer.authorId,
      answerOrigin: answer.origin,
      revisionId: report.revisionId,
      authorId: report.authorId,
      author: person.name,
      createdAt: report.createdAt,
      closedAt: report.closedAt,
      closedBy: closer.name,
      reason: report.reason,
      entry: { shortId: asked.shortId, title: title.title },
      note: { shortId: note.shortId, title: note.title },
    })
    .from(report)
    .innerJoin(person, eq(person.id, report.authorId))
    .leftJoin(closer, eq(closer.id, report.closedBy))
    .leftJoin(answer, eq(answer.id, report.answerId))
    .innerJoin(asked, eq(asked.id, sql`coalesce(${report.entryId}, ${answer.entryId})`))
    .innerJoin(title, eq(title.id, asked.headRevisionId))
    .innerJoin(note, eq(note.id, asked.noteId))
    .where(and(isNull(asked.trashedAt), isNull(answer.trashedAt), isNull(note.trashedAt), ...conditions))
    .$dynamic()
