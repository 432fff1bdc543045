import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { database } from '#db/client'
import { entry } from '#db/schema/entries'
import { person } from '#db/schema/people'
import { revision } from '#db/schema/revisions'
import { standardAnswer, verification } from '#db/schema/votes'

/** Whether nothing but minor edits followed the revision in hand. */
const isCurrent = sql<boolean>`not exists (
  select from revision later
  where (later.answer_id = ${revision.answerId} or later.entry_id = ${revision.entryId})
    and later.number > ${revision.number} and not later.minor)`

/** Who checked the question and these answers of an entry, against what, and whether they have changed since; the newest first, the last of each person. */
export async function listVerifications(entryId: string, answerIds: string[]) {
  const rows = await database()
    .select({
      id: verification.id,
      answerId: verification.answerId,
      personId: person.id,
      person: person.name,
      against: verification.against,
      evidence: verification.evidence,
      at: verification.createdAt,
      number: revision.number,
      isCurrent,
    })
    .from(verification)
    .innerJoin(revision, eq(revision.id, verification.revisionId))
    .innerJoin(person, eq(person.id, verification.personId))
    .where(
      and(
        isNull(verification.withdrawnAt),
        or(eq(verification.entryId, entryId), inArray(verification.answerId, answerIds)),
      ),
    )
    .orderBy(desc(verification.createdAt), desc(verification.id))
  const seen = new Set<string>()
  return rows.filter(({ answerId, personId }) => {
    const key = `${answerId} ${personId}`
    return seen.has(key) ? false : seen.add(key)
  })
}

/** The answer that editors put first, and whether that wording still stands. */
export async function findStandard(entryId: string) {
  const [found] = await database()
    .select({
      answerId: standardAnswer.answerId,
      number: revision.number,
      by: person.name,
      at: standardAnswer.at,
      isCurrent,
    })
    .from(standardAnswer)
    .innerJoin(entry, eq(entry.id, standardAnswer.entryId))
    .innerJoin(revision, eq(revision.id, standardAnswer.revisionId))
    .innerJoin(person, eq(person.id, standardAnswer.chosenBy))
    .where(eq(standardAnswer.entryId, entryId))
  return found
}
