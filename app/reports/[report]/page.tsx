import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { readViewer } from '#lib/auth/session'
import { isSignedIn } from '#lib/auth/viewer'
import { correctionPath } from '#lib/corrections/correction'
import { findReport } from '#lib/corrections/report-queries'
import { entryPath } from '#lib/entries/entry'
import { languageOf } from '#lib/text/language'
import { PageHead } from '#ui/page-head'
import { Time } from '#ui/time'
import { EvidenceList } from '../../_corrections/evidence-list.tsx'
import { suggestPath, textAnchor } from '../../_corrections/text-anchor.ts'
import { refusalWords } from '../../_layout/refusals.ts'
import { Shell } from '../../_layout/shell.tsx'
import { CloseReportForm } from './close-report-form.tsx'

type Props = { params: Promise<{ report: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { found } = await requireReport((await params).report)
  const reports = await getTranslations('reportKind')
  return { title: `${reports(found.kind)} · ${found.entry.title}` }
}

/** One report: the words it is about, what is wrong with them, and what was done. */
export default async function ReportPage({ params }: Props) {
  const { viewer, found } = await requireReport((await params).report)
  const [t, kinds, states, reports, refusals] = await Promise.all([
    getTranslations('corrections'),
    getTranslations('correctionKind'),
    getTranslations('correctionState'),
    getTranslations('reportKind'),
    refusalWords(),
  ])
  return (
    <Shell place={{ page: 'corrections' }}>
      <div className="correction">
        <PageHead title={reports(found.kind)}>
          <p className="correction-line">
            <a href={`${entryPath(found.entry)}${textAnchor(found.answerShortId)}`}>{found.entry.title}</a>
            <span>{found.author}</span>
            <Time at={found.createdAt} />
          </p>
        </PageHead>
        <blockquote className="passage" lang={languageOf(found.passage.quote)}>
          {found.passage.quote}
        </blockquote>
        {found.why ? <p lang={languageOf(found.why)}>{found.why}</p> : null}
        <EvidenceList evidence={found.evidence} />
        {found.corrections.length > 0 ? (
          <section className="correction-others" aria-labelledby="for">
            <h2 id="for">{t('correctionsFor')}</h2>
            <ul>
              {found.corrections.map(({ shortId, kind, state, author }) => (
                <li key={shortId}>
                  <a href={correctionPath(shortId)}>{kinds(kind)}</a>
                  <small>
                    {states(state)} · {author}
                  </small>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {found.closedAt ? (
          <p className="correction-says">
            {t('closedBy', { name: found.closedBy ?? '' })} <Time at={found.closedAt} />
            {found.reason ? ` ${found.reason}` : null}
          </p>
        ) : (
          <section className="decision" aria-label={t('decide')}>
            {isSignedIn(viewer) ? (
              <a className="button" data-tone="primary" href={suggestPath(found, { report: found.shortId })}>
                {t('mend')}
              </a>
            ) : null}
            {found.mayClose ? (
              <CloseReportForm
                reportId={found.id}
                refusals={refusals}
                labels={{ reason: t('reason'), submit: t('close'), done: t('closed') }}
              />
            ) : null}
          </section>
        )}
      </div>
    </Shell>
  )
}

const requireReport = cache(async (shortId: string) => {
  const viewer = await readViewer()
  const found = await findReport(viewer, shortId)
  if (!found) notFound()
  return { viewer, found }
})
