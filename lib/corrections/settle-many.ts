import { and, eq, inArray, or } from 'drizzle-orm'
import { database } from '#db/client'
import { correction } from '#db/schema/corrections'
import type { Subject } from '#lib/entries/append-revision'
import { findText } from '#lib/entries/find-text'
import { subjectOf } from './require-correction.ts'
import { settleCorrections } from './settle.ts'

/** As `settleCorrections` for many texts at once, after an import: only those with an open correction are read, none in the trash. */
export async function settleMany(subjects: Subject[]): Promise<void> {
  const ids = subjects.map(({ id }) => id)
  if (ids.length === 0) return
  const db = database()
  const rows = await db
    .selectDistinct({ entryId: correction.entryId, answerId: correction.answerId })
    .from(correction)
    .where(
      and(
        eq(correction.state, 'open'),
        or(inArray(correction.entryId, ids), inArray(correction.answerId, ids)),
      ),
    )
  for (const row of rows) {
    const target = subjectOf(row)
    const head = await findText(db, target)
    if (head && !head.trashedAt) await settleCorrections(target)
  }
}
