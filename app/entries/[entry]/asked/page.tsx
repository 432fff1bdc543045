import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { mayChangeEncounter } from '#lib/encounters/policy'
import { type KnownEncounter, listCompanies, listEncountersOf } from '#lib/encounters/queries'
import { entryPath } from '#lib/entries/entry'
import { EmptyState } from '#ui/empty-state'
import { PageHead } from '#ui/page-head'
import { refusalWords } from '../../../_layout/refusals.ts'
import { Shell } from '../../../_layout/shell.tsx'
import { typedDate } from '../../../encounters/asked-on.ts'
import { occasionLabels } from '../../../encounters/occasion-labels.ts'
import { requireEntry } from '../require-entry.ts'
import { AskedForm, ChangeAsked } from './asked-forms.tsx'

type Props = { params: Promise<{ entry: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('encounters'))('title'), robots: { index: false } }
}

/** "I was asked this": who was, where and when, and one's own added, changed or taken back. */
export default async function AskedPage({ params }: Props) {
  const entry = await requireEntry((await params).entry, '/asked')
  const viewer = await requireSignedIn(`${entryPath(entry)}/asked`)
  const [t, met, companies, labels] = await Promise.all([
    getTranslations('encounters'),
    listEncountersOf(viewer, entry.id),
    listCompanies(viewer),
    occasionLabels(),
  ])
  const refusals = await refusalWords({ 'field.when': t('whenWrong') })
  const words = {
    ...labels,
    times: t('times'),
    submit: t('record'),
    done: t('recorded'),
    change: t('change'),
    save: t('save'),
    saved: t('saved'),
    retract: t('retract'),
    retracted: t('retracted'),
    undo: t('undo'),
    undone: t('countsAgain'),
  }
  const common = { companies, refusals, labels: words }
  const times = met.reduce((sum, one) => sum + one.times, 0)
  return (
    <Shell>
      <PageHead title={t('title')}>
        <p>
          <a href={entryPath(entry)}>{entry.title}</a>
        </p>
      </PageHead>
      <section className="panel" aria-labelledby="mine">
        <h2 id="mine">{t('mine')}</h2>
        <AskedForm entry={entry.id} {...common} />
      </section>
      <section className="panel" aria-labelledby="all">
        <h2 id="all">{t('all', { times })}</h2>
        {met.length === 0 ? <EmptyState title={t('none')} /> : null}
        <ul className="rows-of-people">
          {met.map((one) => (
            <li key={one.id}>
              <div>
                {[typedDate(one) || t('unknown'), one.company, one.role, one.round]
                  .filter(Boolean)
                  .join(' · ')}
                <small>{reporterOf(one, t('timesCount', { times: one.times }), t('fromHeading'))}</small>
              </div>
              {mayChangeEncounter(viewer, one) ? (
                <ChangeAsked encounter={{ ...one, when: typedDate(one) }} {...common} />
              ) : null}
            </li>
          ))}
        </ul>
      </section>
    </Shell>
  )
}

const reporterOf = ({ mark, reporter }: KnownEncounter, times: string, fromHeading: string): string =>
  [times, mark === null ? reporter : `${fromHeading} ${mark}`].join(' · ')
