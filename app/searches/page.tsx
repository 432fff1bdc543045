import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { listNotes } from '#lib/notes/queries'
import { listFrequentSearches, listMissedSearches } from '#lib/search/count-queries'
import { EmptyState } from '#ui/empty-state'
import { refusalWords } from '../_layout/refusals.ts'
import { requireEditor } from './require-editor.ts'
import { SearchesPage } from './searches-page.tsx'
import { WantedForm } from './wanted-form.tsx'

const days = 30

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('searches'))('title') }
}

/** What readers look for: what they did not find, to be made questions, and what they look for most. */
export default async function Searches() {
  const viewer = await requireEditor('/searches')
  const [t, missed, frequent, notes, refusals] = await Promise.all([
    getTranslations('searches'),
    listMissedSearches(viewer, days),
    listFrequentSearches(viewer, days),
    listNotes(),
    refusalWords(),
  ])
  const choices = notes.map(({ id, title }) => ({ value: id, label: title }))
  const labels = { note: t('note'), submit: t('ask'), done: t('asked') }
  return (
    <SearchesPage place="searches" lead={t('lead', { days })}>
      <section className="panel" aria-labelledby="missed">
        <h2 id="missed">{t('missed')}</h2>
        {missed.length === 0 ? <EmptyState title={t('noMissed')} /> : null}
        <ul className="rows-of-people">
          {missed.map(({ query, count, partly }) => (
            <li key={query}>
              <div>
                <a href={`/search?${new URLSearchParams({ q: query })}`}>{query}</a>
                <small>{[t('times', { count }), partly ? t('partly') : t('nothing')].join(' · ')}</small>
              </div>
              {choices.length > 0 ? (
                <WantedForm
                  title={query}
                  operationId={randomUUID()}
                  notes={choices}
                  refusals={refusals}
                  labels={labels}
                />
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      <section className="panel" aria-labelledby="frequent">
        <h2 id="frequent">{t('frequent')}</h2>
        {frequent.length === 0 ? <EmptyState title={t('noFrequent')} /> : null}
        <ul className="rows-of-people">
          {frequent.map(({ query, count, clicks, meanRank }) => (
            <li key={query}>
              <a href={`/search?${new URLSearchParams({ q: query })}`}>{query}</a>
              <small>
                {[
                  t('times', { count }),
                  t('clicks', { clicks }),
                  meanRank === null ? null : t('rank', { rank: Math.round(meanRank * 10) / 10 }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </li>
          ))}
        </ul>
      </section>
    </SearchesPage>
  )
}
