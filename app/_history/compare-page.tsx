import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findNewestNumber, findRevision } from '#lib/entries/history-queries'
import { Shell } from '../_layout/shell.tsx'
import { VersionLine } from '../entries/[entry]/version-line.tsx'
import { type CompareSearch, compareQuery, compareViews, parseCompare } from './compare-query.ts'
import { Comparison } from './comparison.tsx'
import { HistoryHead } from './history-head.tsx'
import type { HistoryPlace } from './require-place.ts'
import { RevisionSummary } from './revision-summary.tsx'

type Props = { place: HistoryPlace; search: CompareSearch }

/** Two versions of a text compared: as source, side by side or in one, or as it is read. */
export async function ComparePage({ place, search }: Props) {
  const newest = await findNewestNumber(place.subject)
  if (!newest) notFound()
  const { from, to, view } = parseCompare(search, newest)
  const [t, before, after] = await Promise.all([
    getTranslations('compare'),
    findRevision(place.subject, from),
    findRevision(place.subject, to),
  ])
  if (!before || !after) notFound()
  const link = (change: Partial<{ from: number; to: number; view: string }>) =>
    `${place.path}/compare${compareQuery({ from, to, view, ...change })}`
  return (
    <Shell>
      <div className="wide">
        <HistoryHead place={place} title={t('title')}>
          <ol className="compared">
            {[before, after].map((revision, at) => (
              // The same version may stand on both sides.
              <li key={at === 0 ? 'before' : 'after'} data-side={at === 0 ? 'before' : 'after'}>
                <VersionLine text={revision} href={`${place.path}/history/${revision.number}`} />
                <RevisionSummary revision={revision} />
              </li>
            ))}
          </ol>
        </HistoryHead>
        <div className="compare-bar">
          <ul className="chips" aria-label={t('views')}>
            {compareViews.map((each) => (
              <li key={each}>
                <a
                  className="chip"
                  href={link({ view: each })}
                  aria-current={each === view ? 'page' : undefined}
                >
                  {t(each)}
                </a>
              </li>
            ))}
          </ul>
          <p className="revision-actions">
            {from > 1 ? <a href={link({ from: from - 1, to: from })}>{t('earlier')}</a> : null}
            {to < newest ? <a href={link({ from: to, to: to + 1 })}>{t('later')}</a> : null}
            {from === to ? null : <a href={link({ from: to, to: from })}>{t('swap')}</a>}
          </p>
        </div>
        <Comparison before={before} after={after} view={view} />
      </div>
    </Shell>
  )
}
