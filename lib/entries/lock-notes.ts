import { asc, inArray } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { note } from '#db/schema/notes'

/**
 * Locks the rows of these notes until the transaction ends, in one order for everyone: whoever places something in them goes one
 * after the other. Gives those that are there and not in the trash.
 */
export async function lockNotes(tx: Transaction, noteIds: string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ id: note.id, trashedAt: note.trashedAt })
    .from(note)
    .where(inArray(note.id, noteIds))
    .orderBy(asc(note.id))
    .for('update')
  return new Set(rows.filter(({ trashedAt }) => trashedAt === null).map(({ id }) => id))
}
