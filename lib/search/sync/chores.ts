import { sql } from 'drizzle-orm'
import { database } from '#db/client'
import { searchOutbox } from '#db/schema/search'
import type { SearchEngine } from '../engine.ts'
import { rebuildOutside } from './rebuild-outside.ts'
import { reconcile } from './reconcile.ts'
import { findSyncState, writeSyncState } from './state.ts'

const day = 24 * 60 * 60 * 1000

/** For a worker with nothing to deliver: notes that the index has everything, rebuilds where that was asked for, reconciles once a day. */
export async function chores(engine: SearchEngine): Promise<void> {
  const state = await findSyncState()
  if (!state?.readyAt && (await nothingIsWaiting())) await writeSyncState({ readyAt: new Date() })
  // Beside the deliveries, which go on.
  if (state?.rebuildAskedAt) rebuildOutside(engine).catch(console.error)
  else if (Date.now() - (state?.reconciledAt?.getTime() ?? 0) > day) await reconcile(engine)
}

/** What was refused before does not keep the index from answering. */
async function nothingIsWaiting(): Promise<boolean> {
  const rows = await database().select({ one: sql`1` }).from(searchOutbox).where(sql`attempts = 0`).limit(1)
  return rows.length === 0
}
