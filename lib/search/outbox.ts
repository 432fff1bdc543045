import type { Transaction } from '#db/client'
import { markDirty } from './dirty-set.ts'
import { readDocs } from './documents.ts'
import { indexesToWrite, removeDocs, writeDocs } from './postgres/write.ts'

const batch = 200

/**
 * Call after the last change to entries, in the transaction that made it. The embedded engine's documents are written here and
 * now, so they can be found the moment it commits; for an outside engine the entries are marked as dirty.
 * What is gone or in the trash is removed. Also to be called when tags, aliases, sections' titles or a note's place in the trash change.
 */
export async function queueForIndexing(tx: Transaction, entryIds: string[]): Promise<void> {
  // In one order for everyone, so that two transactions never wait for each other.
  const ids = [...new Set(entryIds)].sort()
  for (let from = 0; from < ids.length; from += batch) {
    const some = ids.slice(from, from + batch)
    const [docs, generations] = await Promise.all([
      readDocs(tx, some),
      indexesToWrite(tx),
      markDirty(tx, some),
    ])
    const living = new Set(docs.map(({ id }) => id))
    await writeDocs(tx, docs, generations)
    await removeDocs(
      tx,
      some.filter((id) => !living.has(id)),
    )
  }
}
