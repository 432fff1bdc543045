import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { database } from '#db/client'
import { mailHabit, notification } from '#db/schema/notifications'
import { person } from '#db/schema/people'
import { env } from '#lib/env'
import type { Locale } from '#lib/i18n/locale'
import { sendMail } from '#lib/mail/send-mail'
import { letterOf } from './letter.ts'
import { readNotifications } from './queries.ts'

const mostInOne = 100
const fallback: Locale = 'zh-CN'

/**
 * Mails what people have not read in the application: to whoever wants each at once, and to everybody else who wants mail in a digest
 * at most once a day, an hour after the first. Each notification is mailed once; one whose mail fails is tried again next time.
 */
export async function mailNotifications(now: Date): Promise<number> {
  let sent = 0
  for (const someone of await listWhoWaits(now)) {
    const items = await readNotifications(mostInOne)
      .where(and(eq(notification.personId, someone.id), isUnheard))
      .orderBy(notification.id)
    if (items.length === 0) continue
    const { subject, text } = letterOf(items, someone.locale ?? fallback, env().PUBLIC_URL ?? '')
    await sendMail(someone.email, subject, text)
    await database().transaction(async (tx) => {
      const ids = items.map(({ id }) => id)
      await tx.update(notification).set({ mailedAt: now }).where(inArray(notification.id, ids))
      await tx
        .insert(mailHabit)
        .values({ personId: someone.id, habit: 'daily', lastDigestAt: now })
        .onConflictDoUpdate({ target: mailHabit.personId, set: { lastDigestAt: now } })
    })
    sent++
  }
  return sent
}

const isUnheard = and(isNull(notification.mailedAt), isNull(notification.readAt))

async function listWhoWaits(now: Date): Promise<{ id: string; email: string; locale: Locale | null }[]> {
  const [hourAgo, dayAgo] = [new Date(now.getTime() - 3_600_000), new Date(now.getTime() - 86_400_000)]
  const rows = await database()
    .select({ id: person.id, email: person.email, locale: person.locale })
    .from(notification)
    .innerJoin(person, eq(person.id, notification.personId))
    .leftJoin(mailHabit, eq(mailHabit.personId, person.id))
    .where(
      and(
        isUnheard,
        isNull(person.suspendedAt),
        or(
          eq(mailHabit.habit, 'each'),
          and(
            or(isNull(mailHabit.habit), eq(mailHabit.habit, 'daily')),
            or(isNull(mailHabit.lastDigestAt), lt(mailHabit.lastDigestAt, dayAgo)),
            lt(notification.createdAt, hourAgo),
          ),
        ),
      ),
    )
    .groupBy(person.id)
    .orderBy(sql`min(${notification.id}::text)`)
  return rows.flatMap(({ email, ...row }) => (email ? [{ ...row, email }] : []))
}
