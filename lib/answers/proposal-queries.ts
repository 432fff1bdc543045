import { and, asc, countDistinct, eq, inArray, isNull, sql } from 'drizzle-orm'
import { database } from '#db/client'
import { answer, entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { person } from '#db/schema/people'
import { revision } from '#db/schema/revisions'
import { standardAnswer, standardProposal } from '#db/schema/votes'
import type { SignedIn } from '#lib/auth/viewer'
import { mayChooseStandard } from './policy.ts'

const isOpen = and(
  isNull(standardProposal.declinedAt),
  sql`not exists (select from ${standardAnswer} where ${standardAnswer.answerId} = ${standardProposal.answerId})`,
)

const isReadable = and(isNull(answer.trashedAt), isNull(entry.trashedAt), isNull(note.trashedAt))

/** Who would make which of these answers the standard one, the first to say so first. */
export function listProposals(answerIds: string[]) {
  return database()
    .select({ answerId: standardProposal.answerId, personId: person.id, person: person.name })
    .from(standardProposal)
    .innerJoin(person, eq(person.id, standardProposal.personId))
    .where(and(inArray(standardProposal.answerId, answerIds), isOpen))
    .orderBy(asc(standardProposal.createdAt), asc(standardProposal.id))
}

/** Letters of an answer by which it is known again. */
const begun = 200
const most = 100

/** Answers that wait for an editor to make them the standard one or not, the oldest proposal first, at most a hundred; none for others. */
export async function listOpenProposals(viewer: SignedIn) {
  if (!mayChooseStandard(viewer)) return []
  const first = sql<Date>`min(${standardProposal.createdAt})`.mapWith(standardProposal.createdAt)
  const asked = sql`(select title from revision where id = ${entry.headRevisionId})`
  return database()
    .select({
      answer: answer.shortId,
      revisionId: answer.headRevisionId,
      begins: sql<string>`left(${revision.markdown}, ${begun})`,
      entry: { shortId: entry.shortId, title: sql<string | null>`${asked}` },
      note: note.title,
      people: sql<string[]>`array_agg(${person.name} order by ${standardProposal.createdAt})`,
      at: first,
    })
    .from(standardProposal)
    .innerJoin(answer, eq(answer.id, standardProposal.answerId))
    .innerJoin(revision, eq(revision.id, answer.headRevisionId))
    .innerJoin(entry, eq(entry.id, answer.entryId))
    .innerJoin(note, eq(note.id, entry.noteId))
    .innerJoin(person, eq(person.id, standardProposal.personId))
    .where(and(isOpen, isReadable))
    .groupBy(answer.id, revision.id, entry.id, note.id)
    .orderBy(first)
    .limit(most)
}

/** How many answers wait so; none for whoever does not decide. */
export async function countOpenProposals(viewer: SignedIn): Promise<number> {
  if (!mayChooseStandard(viewer)) return 0
  const [row] = await database()
    .select({ answers: countDistinct(standardProposal.answerId) })
    .from(standardProposal)
    .innerJoin(answer, eq(answer.id, standardProposal.answerId))
    .innerJoin(entry, eq(entry.id, answer.entryId))
    .innerJoin(note, eq(note.id, entry.noteId))
    .where(and(isOpen, isReadable))
  return row?.answers ?? 0
}
