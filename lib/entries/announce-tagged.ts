import { inArray } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { entry } from '#db/schema/entries'
import { dropPages } from '#lib/pages/tags'
import { queueForIndexing } from '#lib/search/outbox'
import { growVersions } from './append-revision.ts'

// Beyond this many it is less work to make every page anew.
const mostPages = 200

/** What goes with a change to a tag that many questions carry, in its transaction: versions, index, pages to drop. Ids in order. */
export async function announceTagged(tx: Transaction, entryIds: string[]): Promise<void> {
  // Locked one by one in this order, so that two transactions never wait for each other.
  if (entryIds.length > 0)
    await tx
      .select({ id: entry.id })
      .from(entry)
      .where(inArray(entry.id, entryIds))
      .orderBy(entry.id)
      .for('update')
  await growVersions(tx, entryIds)
  await queueForIndexing(tx, entryIds)
  if (entryIds.length > mostPages) return dropPages(tx, ['everything'])
  await dropPages(tx, ['home', 'tags', ...entryIds.map((id) => `entry:${id}` as const)])
}
