import { getTranslations } from 'next-intl/server'
import { Shell } from '../_layout/shell.tsx'
import { BlamedPage } from './blamed-page.tsx'
import { BlamedSource } from './blamed-source.tsx'
import { HistoryHead } from './history-head.tsx'
import type { HistoryPlace } from './require-place.ts'

type Props = { place: HistoryPlace; search: { view?: string | string[] } }

/** Each passage of the newest text with who last wrote it, when, in which version and why; as it is read or as source. */
export async function BlamePage({ place, search }: Props) {
  const t = await getTranslations('history')
  const asSource = search.view === 'source'
  return (
    <Shell>
      <div className="wide">
        <HistoryHead place={place} title={t('blameTitle')} current="blame">
          <p className="history-lead">{t('blameLead')}</p>
        </HistoryHead>
        <ul className="chips blame-views" aria-label={t('blameViews')}>
          <li>
            <a className="chip" href={`${place.path}/blame`} aria-current={asSource ? undefined : 'page'}>
              {t('asRead')}
            </a>
          </li>
          <li>
            <a
              className="chip"
              href={`${place.path}/blame?view=source`}
              aria-current={asSource ? 'page' : undefined}
            >
              {t('asSource')}
            </a>
          </li>
        </ul>
        {asSource ? <BlamedSource place={place} /> : <BlamedPage place={place} />}
      </div>
    </Shell>
  )
}
