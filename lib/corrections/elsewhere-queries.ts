import { eq, sql } from 'drizzle-orm'
import { database } from '#db/client'
import { correction, correctionRev } from '#db/schema/corrections'
import { answer } from '#db/schema/entries'
import { revision } from '#db/schema/revisions'
import { mayRead } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'
import { changesBetween } from '#lib/text/changes'
import { findClaims } from './find-claims.ts'
import { ofNewestRev, subjectOf } from './require-correction.ts'

const most = 5

/**
 * Where else that which a correction takes back stands, at most five, each with the sentence: there the correction is proposed as
 * well once it is accepted. None for whoever may not read.
 */
export async function listElsewhere(viewer: Viewer, correctionId: string) {
  const found = mayRead(viewer) ? await findChange(correctionId) : undefined
  if (!found) return []
  const claims = await findClaims({ ...found, subject: subjectOf(found.of) }, found)
  return claims.slice(0, most).map(({ entryShortId, entryTitle, noteTitle, was, markdown }) => ({
    entryShortId,
    entryTitle,
    noteTitle,
    sentence: changesBetween(was, markdown)[0]?.before.trim() ?? '',
  }))
}

async function findChange(id: string) {
  const [row] = await database()
    .select({
      of: { entryId: correction.entryId, answerId: correction.answerId },
      entryId: sql<string>`coalesce(${correction.entryId}, ${answer.entryId})`,
      kind: correction.kind,
      before: revision.markdown,
      after: correctionRev.markdown,
    })
    .from(correction)
    .innerJoin(correctionRev, ofNewestRev)
    .innerJoin(revision, eq(revision.id, correctionRev.baseRevisionId))
    .leftJoin(answer, eq(answer.id, correction.answerId))
    .where(eq(correction.id, id))
  return row
}
