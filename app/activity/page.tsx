import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { listActivity } from '#lib/activity/queries'
import { madeFrom } from '#lib/pages/tags'
import { EmptyState } from '#ui/empty-state'
import { PageHead } from '#ui/page-head'
import { ActivityList } from '../_layout/activity-list.tsx'
import { Shell } from '../_layout/shell.tsx'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<{ before?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('activity')
  return { title: t('title'), alternates: { types: { 'application/atom+xml': '/activity.atom' } } }
}

/** What people changed, the newest first. */
export default async function ActivityPage({ searchParams }: Props) {
  madeFrom('home')
  const before = z
    .uuid()
    .optional()
    .catch(undefined)
    .parse((await searchParams).before)
  const [t, { items, next }] = await Promise.all([getTranslations('activity'), listActivity({ before })])
  return (
    <Shell place={{ page: 'activity' }}>
      <PageHead title={t('title')}>
        <p>
          <a href="/activity.atom">{t('atom')}</a>
        </p>
      </PageHead>
      {items.length === 0 ? <EmptyState title={t('none')} /> : null}
      <ActivityList items={items} />
      {next ? (
        <p>
          <a className="button" href={`/activity?before=${next}`} rel="next">
            {t('more')}
          </a>
        </p>
      ) : null}
    </Shell>
  )
}
