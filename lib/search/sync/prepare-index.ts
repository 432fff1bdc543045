import { setTimeout as sleep } from 'node:timers/promises'
import type { SearchEngine } from '../engine.ts'
import { readinessMemory } from './ready.ts'
import { findSyncState, writeSyncState } from './state.ts'

/** Sees to the index. One that is empty or lost must not answer before it is filled, also where it was full once. */
export async function prepareIndex(engine: SearchEngine): Promise<void> {
  const ready = (await findSyncState())?.readyAt
  if (ready && (await engine.count()) === 0) {
    await writeSyncState({ readyAt: null })
    await sleep(readinessMemory)
  }
  await engine.ensure()
}
