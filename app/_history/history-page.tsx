import { getTranslations } from 'next-intl/server'
import { findNewestNumber, listRevisions } from '#lib/entries/history-queries'
import { Shell } from '../_layout/shell.tsx'
import { AnswerHistories } from './answer-histories.tsx'
import { HistoryHead } from './history-head.tsx'
import { type HistoryPlace, ownerOf } from './require-place.ts'
import { RevisionRow } from './revision-row.tsx'

const pageSize = 200

type Props = { place: HistoryPlace; search: { offset?: string | string[] } }

/** Every version of a text: who, when, why, how much; any two can be chosen and compared. */
export async function HistoryPage({ place, search }: Props) {
  const offset = Math.min(1_000_000, Math.max(0, Math.trunc(Number(search.offset)) || 0))
  const [t, total = 0, found] = await Promise.all([
    getTranslations('history'),
    findNewestNumber(place.subject),
    listRevisions(place.subject, { offset, limit: pageSize + 1 }),
  ])
  const shown = found.slice(0, pageSize)
  const several = total > 1
  return (
    <Shell>
      <HistoryHead place={place} title={t('title')} current="history">
        <p className="history-lead">{t('count', { versions: total })}</p>
      </HistoryHead>
      <form action={`${place.path}/compare`} className="history">
        <ol className="revisions" data-choice={several || undefined}>
          {shown.map((revision, at) => (
            <RevisionRow
              key={revision.id}
              revision={revision}
              sizeBefore={found[at + 1]?.size}
              path={place.path}
              newest={total}
              ownerId={ownerOf(place)}
              choice={several ? { from: at === Math.min(1, shown.length - 1), to: at === 0 } : undefined}
            />
          ))}
        </ol>
        {several ? (
          <div className="history-compare">
            <button type="submit" className="button" data-tone="primary">
              {t('compareChosen')}
            </button>
          </div>
        ) : null}
      </form>
      <nav className="pager" aria-label={t('pages')}>
        {offset > 0 ? (
          <a href={`${place.path}/history?offset=${Math.max(0, offset - pageSize)}`}>{t('newer')}</a>
        ) : (
          <span />
        )}
        {found.length > pageSize ? (
          <a href={`${place.path}/history?offset=${offset + pageSize}`}>{t('older')}</a>
        ) : null}
      </nav>
      {place.subject.kind === 'entry' && place.entryId ? <AnswerHistories entryId={place.entryId} /> : null}
    </Shell>
  )
}
