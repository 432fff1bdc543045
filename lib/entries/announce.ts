import { inArray, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { entry } from '#db/schema/entries'
import { recordEvent } from '#lib/audit/record'
import { dropPages } from '#lib/pages/tags'
import { queueForIndexing } from '#lib/search/outbox'
import { touchEntries } from './append-revision.ts'

type Event = {
  actorId: string
  action: string
  objectKind: string
  objectId: string
  detail?: Record<string, unknown>
}
type Change = Event & { noteId: string; entryId: string | null }

/** What goes with every write to an entry or a note, in its transaction: version, index, audit row, pages to drop. */
export async function announceChange(tx: Transaction, { noteId, entryId, ...event }: Change): Promise<void> {
  if (entryId) {
    await touchEntries(tx, [entryId])
    await queueForIndexing(tx, [entryId])
  }
  await recordEvent(tx, event)
  await dropPages(tx, [
    'home',
    'notes',
    'tags',
    `note:${noteId}`,
    ...(entryId ? [`entry:${entryId}` as const] : []),
  ])
}

type Placing = Event & { noteIds: string[]; entryIds: string[] }

/**
 * The same for what changes where things stand and no text: moves, the trash and back. Pages of a whole note are dropped, for the
 * neighbours of what moved change with it; nobody's question counts as recently changed.
 */
export async function announcePlacing(
  tx: Transaction,
  { noteIds, entryIds, ...event }: Placing,
): Promise<void> {
  if (entryIds.length > 0)
    await tx
      .update(entry)
      .set({ version: sql`${entry.version} + 1` })
      .where(inArray(entry.id, entryIds))
  await queueForIndexing(tx, entryIds)
  await recordEvent(tx, event)
  await dropPages(tx, [
    'home',
    'notes',
    'tags',
    ...noteIds.map((id) => `note:${id}` as const),
    ...entryIds.map((id) => `entry:${id}` as const),
  ])
}
