import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { entryPath, notePath } from '#lib/entries/entry'
import { listRepairs, listSectionRepairs } from '#lib/entries/repair-queries'
import { madeFrom } from '#lib/pages/tags'
import { EmptyState } from '#ui/empty-state'
import { PageHead } from '#ui/page-head'
import { Shell } from '../_layout/shell.tsx'
import { RepairList } from './repair-list.tsx'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('repairs')
  return { title: t('title') }
}

/** Missing pictures and dead links, as far as they can be told without the network. */
export default async function RepairsPage() {
  madeFrom('home', 'notes', 'everything')
  const [t, inEntries, inSections] = await Promise.all([
    getTranslations('repairs'),
    listRepairs(),
    listSectionRepairs(),
  ])
  const repairs = [
    ...inEntries.map((repair) => ({ ...repair, place: repair.entry.title, path: entryPath(repair.entry) })),
    ...inSections.map((repair) => ({
      ...repair,
      place: repair.section.title,
      path: `${notePath(repair.note)}#s-${repair.section.shortId}`,
    })),
  ]
  return (
    <Shell place={{ page: 'repairs' }}>
      <PageHead title={t('title')}>
        <p>{t('about')}</p>
      </PageHead>
      {repairs.length === 0 ? <EmptyState title={t('none')} /> : <RepairList repairs={repairs} />}
    </Shell>
  )
}
