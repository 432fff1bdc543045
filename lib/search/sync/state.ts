import { eq } from 'drizzle-orm'
import { database } from '#db/client'
import { searchSync } from '#db/schema/search-sync'
import { liveIndex } from '../meilisearch/engine.ts'

type Change = Partial<Omit<typeof searchSync.$inferInsert, 'index'>>

/** How far the index follows the entries; undefined before any worker has run. */
export async function findSyncState() {
  const [row] = await database().select().from(searchSync).where(eq(searchSync.index, liveIndex))
  return row
}

export async function writeSyncState(change: Change): Promise<void> {
  await database()
    .insert(searchSync)
    .values({ index: liveIndex, ...change })
    .onConflictDoUpdate({ target: searchSync.index, set: change })
}
