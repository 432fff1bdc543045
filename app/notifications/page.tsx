import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { mailIsConfigured } from '#lib/mail/send-mail'
import { mailHabits } from '#lib/notifications/notification'
import { findMailHabit, listNotifications } from '#lib/notifications/queries'
import { EmptyState } from '#ui/empty-state'
import { PageHead } from '#ui/page-head'
import { refusalWords } from '../_layout/refusals.ts'
import { Shell } from '../_layout/shell.tsx'
import { MailHabitForm } from './mail-habit-form.tsx'
import { MarkAllForm } from './mark-all-form.tsx'
import { NotificationRow } from './notification-row.tsx'

type Props = { searchParams: Promise<{ before?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notifications'))('title'), robots: { index: false } }
}

/** What happened to what one wrote or watches, and how one hears of it by mail. */
export default async function NotificationsPage({ searchParams }: Props) {
  const viewer = await requireSignedIn('/notifications')
  const before = z
    .uuid()
    .optional()
    .catch(undefined)
    .parse((await searchParams).before)
  const [t, { items, next }, habit, refusals] = await Promise.all([
    getTranslations('notifications'),
    listNotifications(viewer, before),
    findMailHabit(viewer),
    refusalWords(),
  ])
  return (
    <Shell place={{ page: 'notifications' }}>
      <PageHead title={t('title')}>
        <p>{t('lead')}</p>
      </PageHead>
      {items.some(({ readAt }) => readAt === null) ? (
        <MarkAllForm refusals={refusals} submit={t('markAll')} />
      ) : null}
      {items.length === 0 ? <EmptyState title={t('none')}>{t('noneHint')}</EmptyState> : null}
      <ol className="happenings">
        {items.map((item) => (
          <NotificationRow key={item.id} item={item} />
        ))}
      </ol>
      {next ? (
        <p>
          <a className="button" href={`/notifications?before=${next}`} rel="next">
            {t('more')}
          </a>
        </p>
      ) : null}
      {mailIsConfigured() ? (
        <section className="panel" aria-labelledby="mail">
          <h2 id="mail">{t('mail')}</h2>
          <MailHabitForm
            habit={habit}
            refusals={refusals}
            labels={{ label: t('habit'), submit: t('save'), done: t('saved') }}
            options={mailHabits.map((value) => ({ value, label: t(value) }))}
          />
        </section>
      ) : null}
    </Shell>
  )
}
