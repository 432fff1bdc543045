import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import type { SignedIn } from '#lib/auth/viewer'
import { mayMerge } from '#lib/duplicates/policy'
import { listSameQuestions } from '#lib/duplicates/queries'
import { entryPath } from '#lib/entries/entry'
import { EntrySearch } from '#lib/search/input'
import { listRelated } from '#lib/search/related'
import { searchEntries } from '#lib/search/search'
import { EmptyState } from '#ui/empty-state'
import { PageHead } from '#ui/page-head'
import { refusalWords } from '../../../_layout/refusals.ts'
import { Shell } from '../../../_layout/shell.tsx'
import { requireEntry } from '../require-entry.ts'
import { SameForm } from './same-form.tsx'

const most = 12
const longestQuery = 200

type Props = { params: Promise<{ entry: string }>; searchParams: Promise<{ q?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('duplicates'))('sameTitle'), robots: { index: false } }
}

/** "These are the same": finds the other question and says so. */
export default async function SamePage({ params, searchParams }: Props) {
  const entry = await requireEntry((await params).entry, '/same')
  const viewer = await requireSignedIn(`${entryPath(entry)}/same`)
  const { q } = await searchParams
  const typed = typeof q === 'string' ? q : (entry.title ?? '')
  const query = Array.from(typed).slice(0, longestQuery).join('')
  const [t, others, known] = await Promise.all([
    getTranslations('duplicates'),
    // Its own title would find little but itself.
    typeof q === 'string' ? find(viewer, query) : listRelated(viewer, { ...entry, title: query, tags: [] }),
    listSameQuestions(entry.id),
  ])
  const refusals = await refusalWords({ conflict: t('rejectedBefore') })
  const said = new Set(known.filter(({ confirmed }) => confirmed).map(({ shortId }) => shortId))
  const offered = others.filter(({ shortId }) => shortId !== entry.shortId)
  return (
    <Shell>
      <PageHead title={t('sameTitle')}>
        <p>
          <a href={entryPath(entry)}>{entry.title}</a>
        </p>
      </PageHead>
      <form className="form same-search" data-inline="" method="get">
        <div className="field">
          <label htmlFor="same-q">{t('sameSearch')}</label>
          <input id="same-q" type="search" name="q" defaultValue={query} maxLength={longestQuery} />
        </div>
        <button type="submit" className="button">
          {t('find')}
        </button>
      </form>
      {offered.length === 0 ? <EmptyState title={t('sameNone')} /> : null}
      <ul className="rows-of-people">
        {offered.map(({ shortId: id, title, note }) => (
          <li key={id}>
            <div>
              <a href={entryPath({ shortId: id, title })}>{title}</a>
              <small>{note.title}</small>
            </div>
            <div className="actions">
              {said.has(id) ? (
                <span>{t('confirmed')}</span>
              ) : (
                <SameForm
                  one={entry.shortId}
                  other={id}
                  refusals={refusals}
                  labels={{ submit: t('saySame'), proposed: t('proposedNow'), confirmed: t('confirmedNow') }}
                />
              )}
              {mayMerge(viewer) ? (
                <a
                  className="button"
                  href={`/duplicates/merge?${new URLSearchParams({ from: entry.shortId, into: id })}`}
                >
                  {t('merge')}
                </a>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </Shell>
  )
}

async function find(viewer: SignedIn, q: string) {
  const { hits } = await searchEntries(viewer, EntrySearch.parse({ q, limit: most }))
  return hits.map(({ id, title, note }) => ({ shortId: id, title, note }))
}
