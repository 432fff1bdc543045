import type { Transaction } from '#db/client'
import { recordEvent } from '#lib/audit/record'
import { dropPages } from '#lib/pages/tags'
import { queueForIndexing } from '#lib/search/outbox'
import { touchEntries } from './append-revision.ts'
import { reindexSection } from './reindex-section.ts'

type Change = {
  noteId: string
  entryId: string | null
  actorId: string
  action: string
  objectKind: string
  objectId: string
  detail?: Record<string, unknown>
}

/** What goes with every write to an entry or a note, in its transaction: version, index, audit row, pages to drop. */
export async function announceChange(tx: Transaction, { noteId, entryId, ...event }: Change): Promise<void> {
  const entryTags = entryId ? [`entry:${entryId}` as const] : []
  await Promise.all([
    entryId && touchEntries(tx, [entryId]),
    recordEvent(tx, event),
    dropPages(tx, ['home', 'notes', 'tags', `note:${noteId}`, ...entryTags]),
  ])
  // The document has the version that was just counted up.
  if (entryId) await queueForIndexing(tx, [entryId])
  if (event.objectKind === 'section') await reindexSection(tx, event.objectId)
}
