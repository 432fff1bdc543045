import { sql } from 'drizzle-orm'
import { database } from '#db/client'
import { searchOutbox } from '#db/schema/search'
import type { SearchEngine } from '../engine.ts'
import { rebuildOutside } from './rebuild-outside.ts'
import { reconcile } from './reconcile.ts'
import { findSyncState, writeSyncState } from './state.ts'
import { unlessStopped } from './unless-stopped.ts'

const day = 24 * 60 * 60 * 1000

/**
 * For a worker with nothing to deliver: notes that the index has everything, rebuilds where that was asked for, reconciles once a day.
 * A rebuild goes on beside the deliveries, to its end or the signal's.
 */
export async function chores(
  engine: SearchEngine,
  signal: AbortSignal,
): Promise<{ rebuilding?: Promise<void> }> {
  const state = await findSyncState()
  if (!state?.readyAt && (await nothingIsWaiting())) await writeSyncState({ readyAt: new Date() })
  if (state?.rebuildAskedAt) return { rebuilding: unlessStopped(rebuild(engine, signal), signal) }
  if (Date.now() - (state?.reconciledAt?.getTime() ?? 0) > day) await reconcile(engine)
  return {}
}

/** One that was stopped is asked for again: the next worker begins anew. */
async function rebuild(engine: SearchEngine, signal: AbortSignal): Promise<void> {
  try {
    await rebuildOutside(engine, () => signal.throwIfAborted())
  } catch (error) {
    if (signal.aborted) await writeSyncState({ rebuildAskedAt: new Date(), rebuildStartedAt: null })
    throw error
  }
}

/** What was refused before does not keep the index from answering. */
async function nothingIsWaiting(): Promise<boolean> {
  const rows = await database().select({ one: sql`1` }).from(searchOutbox).where(sql`attempts = 0`).limit(1)
  return rows.length === 0
}
