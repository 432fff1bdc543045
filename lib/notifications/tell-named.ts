import { and, eq, inArray, isNull, notExists } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { notification } from '#db/schema/notifications'
import { person } from '#db/schema/people'
import { namesInHtml } from '#lib/text/mention'
import { notify } from './notify.ts'

const mostNamed = 20

type Naming = { html: string; actorId: string; entryId: string; answerId?: string }

/** Tells whoever a saved text names with `@`, once a text however often it is saved. What is said of it tells them by itself. */
export async function tellNamed(
  tx: Transaction,
  { html, actorId, entryId, answerId }: Naming,
): Promise<void> {
  const named = [...new Set(namesInHtml(html))].slice(0, mostNamed)
  if (named.length === 0) return
  const told = tx
    .select({ id: notification.id })
    .from(notification)
    .where(
      and(
        eq(notification.personId, person.id),
        eq(notification.kind, 'mention'),
        eq(notification.entryId, entryId),
        answerId ? eq(notification.answerId, answerId) : isNull(notification.answerId),
        isNull(notification.commentId),
      ),
    )
  const people = await tx
    .select({ id: person.id })
    .from(person)
    .where(
      and(
        inArray(person.shortId, named),
        eq(person.kind, 'person'),
        isNull(person.suspendedAt),
        notExists(told),
      ),
    )
  const to = people.map(({ id }) => id)
  await notify(tx, { to, kind: 'mention', actorId, entryId, ...(answerId ? { answerId } : {}) })
}
