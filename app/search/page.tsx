import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { anyReader } from '#lib/auth/viewer'
import { listNotes } from '#lib/notes/queries'
import { totalShown } from '#lib/search/engine'
import { EntrySearch } from '#lib/search/input'
import { searchEntries } from '#lib/search/search'
import { EmptyState } from '#ui/empty-state'
import { SearchBox } from '#ui/search-box'
import { Shell } from '../_layout/shell.tsx'
import { Pager } from './pager.tsx'
import { ResultList } from './result-list.tsx'
import { SearchFilters } from './search-filters.tsx'
import { widened } from './search-url.ts'

export const dynamic = 'force-dynamic'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations('search')
  const { q } = await searchParams
  return {
    title: typeof q === 'string' && q !== '' ? `${q} · ${t('label')}` : t('label'),
    robots: { index: false },
  }
}

/** Results as a page: everything asked stands in the URL. Made anew for each question, so it names no tags. */
export default async function SearchPage({ searchParams }: Props) {
  const t = await getTranslations('search')
  const given = Object.entries(await searchParams).filter(
    ([, value]) => typeof value === 'string' && value !== '',
  )
  const parsed = EntrySearch.safeParse(Object.fromEntries(given))
  const asked = parsed.success ? parsed.data : EntrySearch.parse({})
  const [answer, notes] = await Promise.all([
    asked.q === '' ? undefined : searchEntries(anyReader, asked),
    listNotes(),
  ])
  const wide = widened(asked)
  const none = wide ? (
    <>
      {t('noneHere')} <a href={wide}>{t('widen')}</a>
    </>
  ) : (
    t('none')
  )
  const worthwhile = new Set([asked.note, ...(answer?.hits ?? []).map(({ note }) => note.id)])
  return (
    <Shell search={false}>
      <h1 className="sr-only">{t('label')}</h1>
      <SearchBox id="search" size="large" query={asked.q} />
      <SearchFilters asked={asked} notes={notes.filter(({ shortId }) => worthwhile.has(shortId))} />
      {parsed.success ? null : <EmptyState title={t('invalid')} />}
      {answer ? (
        <>
          <p className="results-count" role="status">
            {answer.hits.length === 0 ? none : t('count', { total: totalShown(answer.total) })}
            {answer.relaxed && answer.hits.length > 0 ? <span>{t('relaxed')}</span> : null}
            {answer.correction ? <span>{t('corrected', { correction: answer.correction })}</span> : null}
            {answer.degraded ? <span>{t('degraded')}</span> : null}
          </p>
          <ResultList hits={answer.hits} />
          <Pager asked={asked} total={answer.total} />
        </>
      ) : (
        <p className="results-count">{t('hint')}</p>
      )}
    </Shell>
  )
}
