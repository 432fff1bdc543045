import { useFormatter, useTranslations } from 'next-intl'
import type { listRevisions } from '#lib/entries/history-queries'
import { Time } from '#ui/time'
import { RevisionActions } from './revision-actions.tsx'
import { Summary } from './summary.tsx'
import { VersionBy } from './version-by.tsx'

type Revision = Awaited<ReturnType<typeof listRevisions>>[number]
type Props = {
  revision: Revision
  sizeBefore?: number
  path: string
  newest: number
  ownerId: string | null
  /** Whether this one is chosen for either side at first; absent where there is nothing to choose. */
  choice?: { from: boolean; to: boolean }
}

/** One version in the list. */
export function RevisionRow({ revision, sizeBefore, path, newest, ownerId, choice }: Props) {
  const t = useTranslations('history')
  const format = useFormatter()
  const { number, size } = revision
  return (
    <li className="revision">
      {choice ? <Choice number={number} {...choice} /> : null}
      <div className="revision-what">
        <p>
          <a className="revision-number" href={`${path}/history/${number}`}>
            {t('version', { number })}
          </a>
          <VersionBy version={revision} />
          {revision.minor ? <span className="revision-minor">{t('minor')}</span> : null}
          <Time at={revision.changedAt} />
        </p>
        {revision.summary ? (
          <p className="revision-summary">
            <Summary version={revision} />
          </p>
        ) : null}
        <p className="revision-actions">
          {number > 1 ? (
            <a href={`${path}/compare?from=${number - 1}&to=${number}`}>{t('compareBefore')}</a>
          ) : null}
          <RevisionActions path={path} number={number} newest={newest} ownerId={ownerId} />
        </p>
      </div>
      <p className="revision-size">
        {t('bytes', { bytes: size })}
        {sizeBefore === undefined ? null : (
          <span data-grown={size > sizeBefore || undefined} data-shrunk={size < sizeBefore || undefined}>
            {format.number(size - sizeBefore, { signDisplay: 'exceptZero' })}
          </span>
        )}
      </p>
    </li>
  )
}

function Choice({ number, from, to }: { number: number; from: boolean; to: boolean }) {
  const t = useTranslations('history')
  return (
    <div className="revision-choice">
      <label title={t('chooseFrom', { number })}>
        <span className="sr-only">{t('chooseFrom', { number })}</span>
        <input type="radio" name="from" value={number} defaultChecked={from} />
      </label>
      <label title={t('chooseTo', { number })}>
        <span className="sr-only">{t('chooseTo', { number })}</span>
        <input type="radio" name="to" value={number} defaultChecked={to} />
      </label>
    </div>
  )
}
