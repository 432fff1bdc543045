import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import { database } from '#db/client'
import { comment } from '#db/schema/comments'
import { correction, report } from '#db/schema/corrections'
import { answer, entry } from '#db/schema/entries'
import { mailHabit, notification, watch } from '#db/schema/notifications'
import { person } from '#db/schema/people'
import { revision } from '#db/schema/revisions'
import type { SignedIn } from '#lib/auth/viewer'
import type { MailHabit } from './notification.ts'

export type NotificationItem = Awaited<ReturnType<typeof readNotifications>>[number]

/** What happened to the viewer's things, the newest first; `before` is the id of the last one of the page before. */
export async function listNotifications(viewer: SignedIn, before: string | undefined, limit = 50) {
  const rows = await readNotifications(limit + 1)
    .where(and(eq(notification.personId, viewer.id), before ? lt(notification.id, before) : undefined))
    .orderBy(desc(notification.id))
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** How many the viewer has not read. */
export async function countUnread(viewer: SignedIn): Promise<number> {
  const [row] = await database()
    .select({ unread: sql<number>`count(*)::int` })
    .from(notification)
    .where(and(eq(notification.personId, viewer.id), isNull(notification.readAt)))
  return row?.unread ?? 0
}

/** Which of a note and an entry the viewer watches. */
export async function listWatched(
  viewer: SignedIn,
  places: { noteId: string; entryId: string | null },
): Promise<('note' | 'entry')[]> {
  const rows = await database()
    .select({ noteId: watch.noteId, entryId: watch.entryId })
    .from(watch)
    .where(and(eq(watch.personId, viewer.id), eq(watch.muted, false)))
  return [
    ...(rows.some(({ noteId }) => noteId === places.noteId) ? (['note'] as const) : []),
    ...(rows.some(({ entryId }) => entryId !== null && entryId === places.entryId)
      ? (['entry'] as const)
      : []),
  ]
}

/** How the viewer wants mail. */
export async function findMailHabit(viewer: SignedIn): Promise<MailHabit> {
  const [row] = await database()
    .select({ habit: mailHabit.habit })
    .from(mailHabit)
    .where(eq(mailHabit.personId, viewer.id))
  return row?.habit ?? 'daily'
}

/** Notifications with all that a line about one needs; the caller says whose, and in which order. */
export const readNotifications = (limit: number) =>
  database()
    .select({
      id: notification.id,
      kind: notification.kind,
      actor: person.name,
      entryShortId: entry.shortId,
      entryTitle: revision.title,
      answerShortId: answer.shortId,
      correctionShortId: correction.shortId,
      reportShortId: report.shortId,
      commentShortId: comment.shortId,
      detail: notification.detail,
      createdAt: notification.createdAt,
      readAt: notification.readAt,
    })
    .from(notification)
    .leftJoin(person, eq(person.id, notification.actorId))
    .leftJoin(entry, eq(entry.id, notification.entryId))
    .leftJoin(revision, eq(revision.id, entry.headRevisionId))
    .leftJoin(answer, eq(answer.id, notification.answerId))
    .leftJoin(correction, eq(correction.id, notification.correctionId))
    .leftJoin(report, eq(report.id, notification.reportId))
    .leftJoin(comment, eq(comment.id, notification.commentId))
    .limit(limit)
    .$dynamic()
