import { outside } from '../meilisearch/connection.ts'
import { findSyncState } from './state.ts'

/** Milliseconds that an answer is good for: a keystroke shall not cost a statement of its own. */
export const readinessMemory = 1000

let known = { ready: false, at: Number.NEGATIVE_INFINITY }

/** Whether the outside engine's index has every entry, as of a second ago at most. */
export async function isReady(): Promise<boolean> {
  if (performance.now() - known.at > readinessMemory)
    known = { ready: Boolean((await findSyncState())?.readyAt), at: performance.now() }
  return known.ready
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
