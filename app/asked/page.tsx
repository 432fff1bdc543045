import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { listAsked, listCompanies } from '#lib/encounters/queries'
import { ChipLink } from '#ui/chip-link'
import { EmptyState } from '#ui/empty-state'
import { EntryRow } from '#ui/entry-row'
import { PageHead } from '#ui/page-head'
import { Shell } from '../_layout/shell.tsx'
import { useStateWords } from '../_layout/state-words.ts'

const most = 300
/** Companies that stand above the list; the others are a choice away. */
const mostChips = 30

type Props = { searchParams: Promise<{ company?: string | string[]; sort?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('encounters'))('askedTitle'), robots: { index: false } }
}

/** What is asked most, everywhere or by one company. */
export default async function MostAskedPage({ searchParams }: Props) {
  const viewer = await requireSignedIn('/asked')
  const { company: wanted, sort } = await searchParams
  const company = typeof wanted === 'string' && wanted !== '' ? wanted : undefined
  const latest = sort === 'last'
  const [t, companies, entries] = await Promise.all([
    getTranslations('encounters'),
    listCompanies(viewer),
    listAsked(viewer, { company, latest, limit: most }),
  ])
  return (
    <Shell>
      <PageHead title={t('askedTitle')}>
        <p>
          <a className="button" href="/encounters/new">
            {t('newTitle')}
          </a>
        </p>
      </PageHead>
      {companies.length > 0 ? (
        <nav className="filters" aria-label={t('byCompany')}>
          <ul className="chips">
            <ChipLink href={pathOf({ latest })} current={!company} name={t('anyCompany')} />
            {companies.slice(0, mostChips).map((name) => (
              <ChipLink
                key={name}
                href={pathOf({ company: name, latest })}
                current={name === company}
                name={name}
              />
            ))}
          </ul>
        </nav>
      ) : null}
      {entries.length > 1 ? (
        <nav className="filters" aria-label={t('order')}>
          <ul className="chips">
            <ChipLink href={pathOf({ company })} current={!latest} name={t('byFrequency')} />
            <ChipLink href={pathOf({ company, latest: true })} current={latest} name={t('byLast')} />
          </ul>
        </nav>
      ) : null}
      {entries.length === 0 ? <EmptyState title={t('askedNone')} /> : <Rows entries={entries} />}
    </Shell>
  )
}

function pathOf({ company, latest }: { company?: string | undefined; latest?: boolean }): string {
  const query = new URLSearchParams({ ...(company && { company }), ...(latest && { sort: 'last' }) })
  return query.size > 0 ? `/asked?${query}` : '/asked'
}

async function Rows({ entries }: { entries: Awaited<ReturnType<typeof listAsked>> }) {
  const t = await getTranslations('encounters')
  const asides = entries.map(({ times, last, note }) =>
    [t('timesCount', { times }), last?.slice(0, 7), note.title].filter(Boolean).join(' · '),
  )
  return <List entries={entries} asides={asides} />
}

function List({ entries, asides }: { entries: Awaited<ReturnType<typeof listAsked>>; asides: string[] }) {
  const words = useStateWords()
  return (
    <ul className="rows rows-told">
      {entries.map((entry, at) => (
        <EntryRow key={entry.shortId} entry={entry} word={words[entry.state]}>
          {asides[at]}
        </EntryRow>
      ))}
    </ul>
  )
}
