import { asc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '#db/client'
import { correction, correctionRev, correctionStep, correctionSupport, report } from '#db/schema/corrections'
import { answer, entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { person } from '#db/schema/people'
import { revision } from '#db/schema/revisions'
import { mayRead } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'
import { findText } from '#lib/entries/find-text'
import { countEditors } from './count-editors.ts'
import { type Preview, previewRev } from './preview.ts'
import { judged, subjectOf } from './require-correction.ts'
import { rightsOf } from './rights.ts'
import { standingRev } from './standing-rev.ts'

/**
 * A correction with all its wordings and steps, what it makes of the text as it stands, and what the viewer may do; undefined where
 * there is none, where its text is in the trash, or where the viewer may not read. `preview` is null once it is no longer open.
 */
export async function findCorrection(viewer: Viewer, shortId: string) {
  const row = mayRead(viewer) ? await findRow(shortId) : undefined
  const subject = row && subjectOf(row)
  const head = subject && (await findText(database(), subject))
  if (!row || !subject || !head || head.trashedAt) return undefined
  const [revs, steps, supporters, linked, editors] = await Promise.all([
    listRevs(row.id),
    listSteps(row.id),
    listSupporters(row.id),
    row.reportId ? findReportOf(row.reportId) : undefined,
    countEditors(database()),
  ])
  const newest = revs.at(-1)
  if (!newest) return undefined
  const preview: Preview | null =
    row.state === 'open' ? await previewRev({ id: row.id, rev: row.rev, subject }, head, newest) : null
  const conflicting = preview?.outcome === 'conflicting'
  const rights = rightsOf(viewer, judged(row, head), {
    editors,
    conflicting,
    reporterId: linked?.authorId ?? null,
  })
  const standing = standingRev(steps)
  return {
    ...row,
    subject,
    head: { id: head.headId, number: head.number, title: head.title, markdown: head.markdown },
    revs,
    newest,
    steps,
    supporters,
    report: linked ?? null,
    preview,
    conflicting,
    /** What undoing takes out of the text again. */
    standing,
    isUndone: row.state === 'accepted' && standing === undefined,
    rights: { ...rights, undo: rights.undo && standing !== undefined },
  }
}

export type CorrectionFound = NonNullable<Awaited<ReturnType<typeof findCorrection>>>

const asked = alias(entry, 'asked')
const title = alias(revision, 'title')

async function findRow(shortId: string) {
  const follows = alias(correction, 'follows')
  const spreadFrom = alias(correction, 'spread_from')
  const [row] = await database()
    .select({
      id: correction.id,
      shortId: correction.shortId,
      entryId: correction.entryId,
      answerId: correction.answerId,
      kind: correction.kind,
      state: correction.state,
      rev: correction.rev,
      authorId: correction.authorId,
      author: person.name,
      authorKind: person.kind,
      reportId: correction.reportId,
      followsShortId: follows.shortId,
      spreadFromShortId: spreadFrom.shortId,
      createdAt: correction.createdAt,
      changedAt: correction.changedAt,
      answerShortId: answer.shortId,
      entry: { id: asked.id, shortId: asked.shortId, title: title.title },
      note: { shortId: note.shortId, title: note.title },
    })
    .from(correction)
    .innerJoin(person, eq(person.id, correction.authorId))
    .leftJoin(answer, eq(answer.id, correction.answerId))
    .innerJoin(asked, isAskedBy)
    .innerJoin(title, eq(title.id, asked.headRevisionId))
    .innerJoin(note, eq(note.id, asked.noteId))
    .leftJoin(follows, eq(follows.id, correction.followsId))
    .leftJoin(spreadFrom, eq(spreadFrom.id, correction.spreadFromId))
    .where(eq(correction.shortId, shortId))
  return row
}

const isAskedBy = eq(asked.id, sql`coalesce(${correction.entryId}, ${answer.entryId})`)

const listRevs = (correctionId: string) =>
  database()
    .select({
      number: correctionRev.number,
      baseRevisionId: correctionRev.baseRevisionId,
      baseNumber: revision.number,
      title: correctionRev.title,
      markdown: correctionRev.markdown,
      passage: correctionRev.passage,
      rationale: correctionRev.rationale,
      evidence: correctionRev.evidence,
      authorId: correctionRev.authorId,
      author: person.name,
      createdAt: correctionRev.createdAt,
    })
    .from(correctionRev)
    .innerJoin(person, eq(person.id, correctionRev.authorId))
    .innerJoin(revision, eq(revision.id, correctionRev.baseRevisionId))
    .where(eq(correctionRev.correctionId, correctionId))
    .orderBy(asc(correctionRev.number))

function listSteps(correctionId: string) {
  const duplicateOf = alias(correction, 'duplicate_of')
  return database()
    .select({
      id: correctionStep.id,
      kind: correctionStep.kind,
      rev: correctionStep.rev,
      rejection: correctionStep.rejection,
      confirmation: correctionStep.confirmation,
      reason: correctionStep.reason,
      duplicateOfShortId: duplicateOf.shortId,
      resultNumber: revision.number,
      actorId: correctionStep.actorId,
      actor: person.name,
      actorKind: person.kind,
      at: correctionStep.at,
    })
    .from(correctionStep)
    .innerJoin(person, eq(person.id, correctionStep.actorId))
    .leftJoin(revision, eq(revision.id, correctionStep.resultRevisionId))
    .leftJoin(duplicateOf, eq(duplicateOf.id, correctionStep.duplicateOfId))
    .where(eq(correctionStep.correctionId, correctionId))
    .orderBy(asc(correctionStep.id))
}

const listSupporters = (correctionId: string) =>
  database()
    .select({
      personId: correctionSupport.personId,
      name: person.name,
      rev: correctionSupport.rev,
      at: correctionSupport.createdAt,
    })
    .from(correctionSupport)
    .innerJoin(person, eq(person.id, correctionSupport.personId))
    .where(eq(correctionSupport.correctionId, correctionId))
    .orderBy(asc(correctionSupport.createdAt), asc(correctionSupport.personId))

async function findReportOf(id: string) {
  const [row] = await database()
    .select({
      id: report.id,
      shortId: report.shortId,
      kind: report.kind,
      passage: report.passage,
      why: report.why,
      authorId: report.authorId,
      author: person.name,
      closedAt: report.closedAt,
    })
    .from(report)
    .innerJoin(person, eq(person.id, report.authorId))
    .where(eq(report.id, id))
  return row
}
