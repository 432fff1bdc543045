import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { QueueFilter } from '#lib/corrections/input'
import { countOpen, listOpenCorrections } from '#lib/corrections/queue-queries'
import { listNotes } from '#lib/notes/queries'
import { EmptyState } from '#ui/empty-state'
import { PageHead } from '#ui/page-head'
import { Shell } from '../_layout/shell.tsx'
import { QueueFilters } from './queue-filters.tsx'
import { queuePath } from './queue-path.ts'
import { QueueRow } from './queue-row.tsx'
import { ReviewPlaces } from './review-places.tsx'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('corrections'))('queue') }
}

/** What waits for a decision, the oldest first. */
export default async function CorrectionsPage({ searchParams }: Props) {
  const viewer = await requireSignedIn('/corrections')
  // A filter that is not understood is left out, as a link from elsewhere may carry anything.
  const filter = QueueFilter.catch({}).parse(await searchParams)
  const [t, { items, next }, open, notes] = await Promise.all([
    getTranslations('corrections'),
    listOpenCorrections(viewer, filter),
    countOpen(viewer),
    listNotes(),
  ])
  return (
    <Shell place={{ page: 'corrections' }}>
      <PageHead title={t('queue')}>
        <p>{t('queueLead', open)}</p>
      </PageHead>
      <ReviewPlaces place="corrections" />
      <QueueFilters filter={filter} notes={notes} />
      {items.length === 0 ? <EmptyState title={t('queueEmpty')}>{t('queueEmptyHint')}</EmptyState> : null}
      <ol className="queue">
        {items.map((item) => (
          <QueueRow key={item.id} item={item} filter={filter} />
        ))}
      </ol>
      {next ? (
        <p className="queue-more">
          <a className="button" href={queuePath({ ...filter, after: next })} rel="next">
            {t('more')}
          </a>
        </p>
      ) : null}
    </Shell>
  )
}
