import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { notification, watch } from '#db/schema/notifications'
import { notify } from './notify.ts'

type Changed = { noteId: string; entryId: string; answerId?: string; actorId: string; authorIds?: string[] }
type Kind = 'text_changed' | 'answer_added'

/**
 * Tells whoever watches a note or an entry, and the authors that are named, that it changed; whoever has not read the last such
 * notification of that entry is not told again.
 */
export async function tellWatchers(
  tx: Transaction,
  kind: Kind,
  { noteId, entryId, answerId, actorId, authorIds = [] }: Changed,
): Promise<void> {
  const watching = await tx
    .select({ personId: watch.personId, muted: watch.muted })
    .from(watch)
    .where(and(or(eq(watch.noteId, noteId), eq(watch.entryId, entryId)), ne(watch.personId, actorId)))
  const muted = new Set(watching.filter((each) => each.muted).map(({ personId }) => personId))
  const people = [...new Set([...watching.map(({ personId }) => personId), ...authorIds])].filter(
    (id) => !muted.has(id),
  )
  if (people.length === 0) return
  const waiting = await tx
    .select({ personId: notification.personId })
    .from(notification)
    .where(
      and(
        inArray(notification.personId, people),
        eq(notification.kind, kind),
        eq(notification.entryId, entryId),
        isNull(notification.readAt),
      ),
    )
  const told = new Set(waiting.map(({ personId }) => personId))
  const to = people.filter((id) => !told.has(id))
  await notify(tx, { to, kind, actorId, entryId, ...(answerId ? { answerId } : {}) })
}
