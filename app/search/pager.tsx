import { useTranslations } from 'next-intl'
import type { EntrySearch } from '#lib/search/input'
import { searchUrl } from './search-url.ts'

/** To the results before and after these. */
export function Pager({ asked, total }: { asked: EntrySearch; total: number }) {
  const t = useTranslations('search')
  const previous = asked.offset > 0
  const next = asked.offset + asked.limit < total
  if (!previous && !next) return null
  return (
    <nav className="pager" aria-label={t('pages')}>
      {previous ? (
        <a href={searchUrl(asked, { offset: Math.max(0, asked.offset - asked.limit) })} rel="prev">
          {t('previousPage')}
        </a>
      ) : (
        <span />
      )}
      {next ? (
        <a href={searchUrl(asked, { offset: asked.offset + asked.limit })} rel="next">
          {t('nextPage')}
        </a>
      ) : null}
    </nav>
  )
}
