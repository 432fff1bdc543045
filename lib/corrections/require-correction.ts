import { and, desc, eq } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { correction, correctionRev } from '#db/schema/corrections'
import type { Subject } from '#lib/entries/append-revision'
import type { Text } from '#lib/entries/find-text'
import { Refusal } from '#lib/refusal'
import type { Target } from './input.ts'
import type { Judged } from './policy.ts'
import { requireTarget } from './require-target.ts'

const columns = {
  id: correction.id,
  shortId: correction.shortId,
  entryId: correction.entryId,
  answerId: correction.answerId,
  kind: correction.kind,
  state: correction.state,
  rev: correction.rev,
  authorId: correction.authorId,
  reportId: correction.reportId,
  spreadFromId: correction.spreadFromId,
  wording: {
    baseRevisionId: correctionRev.baseRevisionId,
    title: correctionRev.title,
    markdown: correctionRev.markdown,
    passage: correctionRev.passage,
    rationale: correctionRev.rationale,
    evidence: correctionRev.evidence,
    authorId: correctionRev.authorId,
  },
}

/** A correction with its newest wording and its text as it stands: what rights and decisions depend on. Throws Refusal `not-found`. */
export async function requireCorrection(reader: Reader, id: string) {
  const [row] = await reader
    .select(columns)
    .from(correction)
    .innerJoin(correctionRev, ofNewestRev)
    .where(eq(correction.id, id))
  if (!row) throw new Refusal('not-found', 'There is no such correction.')
  return withText(reader, row)
}

/** The open corrections of a text with their newest wordings, the newest first. */
export async function listOpenOf(reader: Reader, subject: Subject) {
  return reader
    .select(columns)
    .from(correction)
    .innerJoin(correctionRev, ofNewestRev)
    .where(and(ofTarget(subject), eq(correction.state, 'open')))
    .orderBy(desc(correction.createdAt), desc(correction.id))
}

/** Whether a text has any: after nearly every save there is nothing to look at. */
export async function hasOpen(reader: Reader, subject: Subject): Promise<boolean> {
  const rows = await reader
    .select({ id: correction.id })
    .from(correction)
    .where(and(ofTarget(subject), eq(correction.state, 'open')))
    .limit(1)
  return rows.length > 0
}

export type Found = Awaited<ReturnType<typeof requireCorrection>>
export type OpenOne = Awaited<ReturnType<typeof listOpenOf>>[number]

export const ofNewestRev = and(
  eq(correctionRev.correctionId, correction.id),
  eq(correctionRev.number, correction.rev),
)

export const ofTarget = ({ kind, id }: Subject) =>
  eq(kind === 'entry' ? correction.entryId : correction.answerId, id)

export const subjectOf = (row: { entryId: string | null; answerId: string | null }): Target =>
  row.answerId ? { kind: 'answer', id: row.answerId } : { kind: 'entry', id: row.entryId ?? '' }

/** What rights depend on, of a correction and the text it is about. */
export const judged = (row: Pick<OpenOne, 'authorId' | 'kind' | 'state'>, head: Text): Judged => ({
  authorId: row.authorId,
  kind: row.kind,
  state: row.state,
  target: { authorId: head.authorId, origin: head.origin },
})

async function withText(reader: Reader, row: OpenOne) {
  const subject = subjectOf(row)
  return { ...row, subject, head: await requireTarget(reader, subject) }
}
