import { desc, eq, inArray, or, sql } from 'drizzle-orm'
import { database } from '#db/client'
import { correction, correctionRev, correctionStep, report } from '#db/schema/corrections'
import { answer } from '#db/schema/entries'
import { person } from '#db/schema/people'
import { revision } from '#db/schema/revisions'
import { mayRead } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'
import type { RejectionReason } from './correction.ts'
import type { Passage, Target } from './input.ts'
import { ofNewestRev, ofTarget } from './require-correction.ts'
import { touches } from './touches.ts'

function lastStep(column: 'rejection' | 'reason') {
  return sql`select ${correctionStep[column]} from ${correctionStep} where ${correctionStep.correctionId} = ${correction.id} order by ${correctionStep.id} desc limit 1`
}

const shown = {
  id: correction.id,
  shortId: correction.shortId,
  kind: correction.kind,
  state: correction.state,
  rev: correction.rev,
  answerShortId: answer.shortId,
  authorId: correction.authorId,
  author: person.name,
  rationale: correctionRev.rationale,
  createdAt: correction.createdAt,
  changedAt: correction.changedAt,
  /** Why it was rejected, and what was said with the newest step. */
  rejection: sql<RejectionReason | null>`(${lastStep('rejection')})`,
  reason: sql<string | null>`(${lastStep('reason')})`,
}
const texts = {
  passage: correctionRev.passage,
  titleBefore: revision.title,
  titleAfter: correctionRev.title,
  before: revision.markdown,
  after: correctionRev.markdown,
}

/** Corrections of an entry and of its answers, open ones first, then the newest; `limit` at most, none for whoever may not read. */
export async function listCorrectionsOfEntry(viewer: Viewer, entryId: string, limit = 50) {
  if (!mayRead(viewer)) return []
  return correctionsWithoutTexts()
    .where(or(eq(correction.entryId, entryId), inArray(correction.answerId, answersOf(entryId))))
    .orderBy(sql`${correction.state} <> 'open'`, desc(correction.createdAt), desc(correction.id))
    .limit(limit)
}

/** Reports about an entry and its answers, those that are not closed first, then the newest; none for whoever may not read. */
export async function listReportsOfEntry(viewer: Viewer, entryId: string, limit = 50) {
  if (!mayRead(viewer)) return []
  return reports()
    .where(or(eq(report.entryId, entryId), inArray(report.answerId, answersOf(entryId))))
    .orderBy(sql`${report.closedAt} is not null`, desc(report.createdAt), desc(report.id))
    .limit(limit)
}

const looked = 100

/**
 * Corrections and reports, open and decided, of the sentence in which a passage stands: what is shown before somebody proposes the
 * same again. Among the newest hundred of each of that text; none for whoever may not read.
 */
export async function listCorrectionsOfPassage(viewer: Viewer, target: Target, passage: Passage) {
  if (!mayRead(viewer)) return { corrections: [], reports: [] }
  const [proposed, reported] = await Promise.all([
    corrections()
      .where(ofTarget(target))
      .orderBy(sql`${correction.state} <> 'open'`, desc(correction.createdAt), desc(correction.id))
      .limit(looked),
    reports()
      .where(target.kind === 'entry' ? eq(report.entryId, target.id) : eq(report.answerId, target.id))
      .orderBy(sql`${report.closedAt} is not null`, desc(report.createdAt), desc(report.id))
      .limit(looked),
  ])
  return {
    corrections: proposed
      .filter((row) => touches(passage, row))
      .map(({ before, after, titleBefore, titleAfter, passage: _, ...row }) => row),
    reports: reported.filter((row) =>
      touches(passage, { passage: row.passage, before: '', after: '', titleBefore: null, titleAfter: null }),
    ),
  }
}

const answersOf = (entryId: string) =>
  database().select({ id: answer.id }).from(answer).where(eq(answer.entryId, entryId))

const corrections = () =>
  database()
    .select({ ...shown, ...texts })
    .from(correction)
    .innerJoin(correctionRev, ofNewestRev)
    .innerJoin(revision, eq(revision.id, correctionRev.baseRevisionId))
    .innerJoin(person, eq(person.id, correction.authorId))
    .leftJoin(answer, eq(answer.id, correction.answerId))
    .$dynamic()

const correctionsWithoutTexts = () =>
  database()
    .select(shown)
    .from(correction)
    .innerJoin(correctionRev, ofNewestRev)
    .innerJoin(person, eq(person.id, correction.authorId))
    .leftJoin(answer, eq(answer.id, correction.answerId))
    .$dynamic()

const reports = () =>
  database()
    .select({
      id: report.id,
      shortId: report.shortId,
      kind: report.kind,
      why: report.why,
      passage: report.passage,
      entryId: report.entryId,
      answerId: report.answerId,
      answerShortId: answer.shortId,
      authorId: report.authorId,
      author: person.name,
      createdAt: report.createdAt,
      closedAt: report.closedAt,
      reason: report.reason,
    })
    .from(report)
    .innerJoin(person, eq(person.id, report.authorId))
    .leftJoin(answer, eq(answer.id, report.answerId))
    .$dynamic()
