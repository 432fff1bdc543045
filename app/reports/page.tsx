import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { reportPath } from '#lib/corrections/correction'
import { listOpenReports } from '#lib/corrections/report-queries'
import { languageOf } from '#lib/text/language'
import { EmptyState } from '#ui/empty-state'
import { PageHead } from '#ui/page-head'
import { Time } from '#ui/time'
import { useCorrectionWords } from '../_corrections/correction-words.ts'
import { Shell } from '../_layout/shell.tsx'
import { ReviewPlaces } from '../corrections/review-places.tsx'

type Props = { searchParams: Promise<{ note?: string | string[]; after?: string | string[] }> }
type Item = Awaited<ReturnType<typeof listOpenReports>>['items'][number]

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('corrections'))('reportsTitle') }
}

/** What people found wrong and nobody has mended yet. */
export default async function ReportsPage({ searchParams }: Props) {
  const viewer = await requireSignedIn('/reports')
  const { note, after } = await searchParams
  const [t, { items, next }] = await Promise.all([
    getTranslations('corrections'),
    listOpenReports(viewer, {
      ...(typeof note === 'string' ? { note } : {}),
      ...(typeof after === 'string' ? { after } : {}),
    }),
  ])
  return (
    <Shell place={{ page: 'corrections' }}>
      <PageHead title={t('reportsTitle')}>
        <p>{t('reportsLead')}</p>
      </PageHead>
      <ReviewPlaces place="reports" />
      {items.length === 0 ? <EmptyState title={t('reportsEmpty')} /> : null}
      <ol className="queue">
        {items.map((item) => (
          <ReportRow key={item.id} item={item} />
        ))}
      </ol>
      {next ? (
        <p className="queue-more">
          <a className="button" href={`/reports?after=${next}`} rel="next">
            {t('more')}
          </a>
        </p>
      ) : null}
    </Shell>
  )
}

function ReportRow({ item }: { item: Item }) {
  const { reports } = useCorrectionWords()
  const title = item.entry.title ?? ''
  return (
    <li>
      <p className="queue-head">
        <span className="kind">{reports(item.kind)}</span>
        <a href={reportPath(item.shortId)} data-queue-item="" lang={languageOf(title)}>
          {title}
        </a>
      </p>
      <blockquote className="passage" lang={languageOf(item.passage.quote)}>
        {item.passage.quote}
      </blockquote>
      <p className="queue-foot">
        <span>{item.author}</span>
        <Time at={item.createdAt} />
        <span>{item.note.title}</span>
      </p>
      {item.why ? (
        <p className="queue-why" lang={languageOf(item.why)}>
          {item.why}
        </p>
      ) : null}
    </li>
  )
}
