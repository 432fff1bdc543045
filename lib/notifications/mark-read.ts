import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '#db/client'
import { notification } from '#db/schema/notifications'
import type { SignedIn } from '#lib/auth/viewer'

/** One notification, or with no id all of them. */
export const MarkRead = z.object({ id: z.uuid().optional() })
export type MarkRead = z.infer<typeof MarkRead>

/** Marks the viewer's own notifications as read; somebody else's stay as they are. Nothing here is worth an audit row. */
export async function markRead(viewer: SignedIn, { id }: MarkRead): Promise<void> {
  await database()
    .update(notification)
    .set({ readAt: sql`now()` })
    .where(
      and(
        eq(notification.personId, viewer.id),
        isNull(notification.readAt),
        id ? eq(notification.id, id) : undefined,
      ),
    )
}
