import { asc, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { answer, entry } from '#db/schema/entries'
import type { Subject } from '#lib/entries/append-revision'

/**
 * Makes everybody else wait who wants to change this text or decide on its corrections, until the transaction ends. An answer comes
 * before entries, and entries in one order for everyone (a saved text takes them so, too), so that no two wait for each other.
 */
export async function lockText(
  tx: Transaction,
  subject: Subject,
  entryId: string,
  otherEntryIds: string[] = [],
): Promise<void> {
  // What refers to these rows may go on being written: no key of theirs changes.
  if (subject.kind === 'answer')
    await tx.select({ id: answer.id }).from(answer).where(eq(answer.id, subject.id)).for('no key update')
  await tx
    .select({ id: entry.id })
    .from(entry)
    .where(inArray(entry.id, [entryId, ...otherEntryIds]))
    .orderBy(asc(entry.id))
    .for('no key update')
}
