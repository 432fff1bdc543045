import { outside } from '../meilisearch/connection.ts'
import { findSyncState } from './state.ts'

/** Milliseconds that an answer is good for: a keystroke shall not cost a statement of its own. */
export const readinessMemory = 1000

let known = { ready: false, at: Number.NEGATIVE_INFINITY }
let renewing: Promise<void> | undefined

/** Whether the outside engine's index has every entry, as of a second ago at most. While somebody types it is asked ahead, and no keystroke waits for it. */
export async function isReady(): Promise<boolean> {
  const age = performance.now() - known.at
  if (age > readinessMemory / 2) {
    renewing ??= renew().finally(() => {
      renewing = undefined
    })
    if (age > readinessMemory) await renewing
    // The database is away: whoever asks when the answer is too old hears of it.
    else renewing.catch(() => {})
  }
  return known.ready
}

async function renew(): Promise<void> {
  const at = performance.now()
  known = { ready: Boolean((await findSyncState())?.readyAt), at }
}

/** Which engine was chosen, and whether the embedded one has to answer in its place. */
export async function searchIsServed() {
  const server = outside()
  if (!server) {
    // Asks the database all the same, so that a missing one is noticed.
    await findSyncState()
    return { chosen: 'postgres', degraded: false } as const
  }
  return { chosen: 'meilisearch', degraded: server.circuit.isOpen || !(await isReady()) } as const
}
