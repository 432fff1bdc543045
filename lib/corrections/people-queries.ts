import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { correctionRev, correctionSupport, report } from '#db/schema/corrections'
import { person } from '#db/schema/people'
import type { Text } from '#lib/entries/find-text'
import type { OpenOne } from './require-correction.ts'

/** Whoever worded a correction, at any time; its author first. */
export async function listWriters(reader: Reader, { id, authorId }: Pick<OpenOne, 'id' | 'authorId'>) {
  const rows = await reader
    .selectDistinct({ id: correctionRev.authorId })
    .from(correctionRev)
    .where(eq(correctionRev.correctionId, id))
  return [authorId, ...rows.map((row) => row.id).filter((writer) => writer !== authorId)]
}

/** Whoever wants to hear what becomes of a correction: who worded it, who said the same, who reported what it mends. */
export async function listConcerned(
  reader: Reader,
  correction: Pick<OpenOne, 'id' | 'authorId' | 'reportId'>,
) {
  const writers = await listWriters(reader, correction)
  const supporters = await reader
    .selectDistinct({ id: correctionSupport.personId })
    .from(correctionSupport)
    .where(eq(correctionSupport.correctionId, correction.id))
  const reporters = correction.reportId
    ? await reader.select({ id: report.authorId }).from(report).where(eq(report.id, correction.reportId))
    : []
  return onlyPeople(reader, [...writers, ...[...supporters, ...reporters].map(({ id }) => id)])
}

/** Whose text it is, where that is a person: an imported one is nobody's. */
export const listOwners = async (reader: Reader, { authorId }: Text): Promise<string[]> =>
  authorId ? onlyPeople(reader, [authorId]) : []

async function onlyPeople(reader: Reader, ids: string[]): Promise<string[]> {
  const rows = await reader
    .select({ id: person.id })
    .from(person)
    .where(and(inArray(person.id, ids), eq(person.kind, 'person')))
  return rows.map(({ id }) => id)
}
