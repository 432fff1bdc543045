import { findSyncState } from './state.ts'

// Milliseconds that an answer is good for: a keystroke shall not cost a statement of its own.
export const readinessMemory = 1000

let known = { ready: false, at: Number.NEGATIVE_INFINITY }

/** Whether the outside engine's index has every entry, as of a second ago at most. */
export async function isReady(): Promise<boolean> {
  if (performance.now() - known.at > readinessMemory)
    known = { ready: Boolean((await findSyncState())?.readyAt), at: performance.now() }
  return known.ready
}
