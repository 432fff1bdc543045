import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { searchOutbox } from '#db/schema/search'

/** Where the workers of every instance hear that something became dirty. */
export const dirtyChannel = 'errata_search'

/**
 * Marks entries as dirty for an outside engine: one row each, whatever their number of changes. The row's number grows with every change, a
 * lease that a worker holds on it stays, and what was parked is due again. In a transaction, workers hear of it when it commits.
 */
export async function markDirty(tx: Reader, entryIds: string[]): Promise<void> {
  if (entryIds.length === 0) return
  await tx
    .insert(searchOutbox)
    .values(entryIds.map((entryId) => ({ entryId })))
    .onConflictDoUpdate({
      target: searchOutbox.entryId,
      set: {
        seq: sql`nextval(pg_get_serial_sequence('search_outbox', 'seq'))`,
        nextAt: sql`now()`,
        attempts: 0,
        problem: null,
      },
    })
    .returning({ told: sql`pg_notify(${dirtyChannel}, '')` })
}
