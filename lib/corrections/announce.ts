import type { Transaction } from '#db/client'
import { announceChange } from '#lib/entries/announce'

type Event = {
  actorId: string
  /** What was done: `correction.propose`. */
  action: string
  objectId: string
  detail?: Record<string, unknown>
}

/** What goes with every write to a correction or report: its entry's version and index document, audit row, pages to drop. */
export async function announceCorrection(
  tx: Transaction,
  { entryId, noteId }: { entryId: string; noteId: string },
  event: Event,
  { movesUp = false } = {},
): Promise<void> {
  const objectKind = event.action.split('.')[0] ?? ''
  await announceChange(tx, { noteId, entryId, objectKind, movesUp, ...event })
}
