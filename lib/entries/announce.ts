import type { Transaction } from '#db/client'
import { together } from '#db/together'
import { recordEvent } from '#lib/audit/record'
import { tellWatchers } from '#lib/notifications/tell-watchers'
import { dropPages } from '#lib/pages/tags'
import { queueForIndexing } from '#lib/search/outbox'
import { growVersions, touchEntries } from './append-revision.ts'
import { reindexSection } from './reindex-section.ts'

type Event = {
  actorId: string
  action: string
  objectKind: string
  objectId: string
  detail?: Record<string, unknown>
}
type Change = Event & {
  noteId: string
  entryId: string | null
  /** False where no text changed, only what is known of it: the entry keeps its place in "recently changed". */
  movesUp?: boolean
}

/** What goes with every write to an entry or a note, in its transaction: version, index, audit row, pages to drop. */
export async function announceChange(
  tx: Transaction,
  { noteId, entryId, movesUp = true, ...event }: Change,
): Promise<void> {
  const entryTags = entryId ? [`entry:${entryId}` as const] : []
  await together(
    ...(entryId
      ? [
          (movesUp ? touchEntries : growVersions)(tx, [entryId]),
          // Sent after that, so that the document has the version that was just counted up.
          queueForIndexing(tx, [entryId]),
          tellOf(tx, { noteId, entryId, ...event }),
        ]
      : []),
    recordEvent(tx, event),
    dropPages(tx, ['home', 'notes', 'tags', `note:${noteId}`, ...entryTags]),
  )
  if (event.objectKind === 'section') await reindexSection(tx, event.objectId)
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
  await growVersions(tx, entryIds)
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

/** Whoever watches hears of what changed in a text, and of a new answer. */
async function tellOf(
  tx: Transaction,
  { noteId, entryId, actorId, action, objectKind, objectId }: Change & { entryId: string },
): Promise<void> {
  const happening = happeningOf(action)
  const answerId = objectKind === 'answer' ? { answerId: objectId } : {}
  if (happening) await tellWatchers(tx, happening, { noteId, entryId, actorId, ...answerId })
}

function happeningOf(action: string): 'answer_added' | 'text_changed' | undefined {
  if (action === 'answer.add') return 'answer_added'
  if (/^(?:entry|answer)\.(?:revise|restore|undo)$|^correction\.(?:accept|undo)$/.test(action))
    return 'text_changed'
  return undefined
}
