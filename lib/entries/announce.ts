import type { Transaction } from '#db/client'
import { recordEvent } from '#lib/audit/record'
import { tellWatchers } from '#lib/notifications/tell-watchers'
import { dropPages } from '#lib/pages/tags'
import { queueForIndexing } from '#lib/search/outbox'
import { growVersions, touchEntries } from './append-revision.ts'
import { reindexSection } from './reindex-section.ts'

type Change = {
  noteId: string
  entryId: string | null
  actorId: string
  action: string
  objectKind: string
  objectId: string
  detail?: Record<string, unknown>
  /** False where no text changed, only what is known of it: the entry keeps its place in "recently changed". */
  movesUp?: boolean
}

/** What goes with every write to an entry or a note, in its transaction: version, index, audit row, pages to drop. */
export async function announceChange(
  tx: Transaction,
  { noteId, entryId, movesUp = true, ...event }: Change,
): Promise<void> {
  if (entryId) {
    await (movesUp ? touchEntries : growVersions)(tx, [entryId])
    await queueForIndexing(tx, [entryId])
  }
  const happening = entryId ? happeningOf(event.action) : undefined
  if (entryId && happening)
    await tellWatchers(tx, happening, {
      noteId,
      entryId,
      actorId: event.actorId,
      ...(event.objectKind === 'answer' && { answerId: event.objectId }),
    })
  if (event.objectKind === 'section') await reindexSection(tx, event.objectId)
  await recordEvent(tx, event)
  await dropPages(tx, [
    'home',
    'notes',
    'tags',
    `note:${noteId}`,
    ...(entryId ? [`entry:${entryId}` as const] : []),
  ])
}

/** What whoever watches hears of it, if anything. */
function happeningOf(action: string): 'answer_added' | 'text_changed' | undefined {
  if (action === 'answer.add') return 'answer_added'
  if (/^(?:entry|answer)\.(?:revise|restore|undo)$|^correction\.(?:accept|undo)$/.test(action))
    return 'text_changed'
  return undefined
}
