import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { entryPath } from '#lib/entries/entry'

type Neighbour = { shortId: string; title: string | null }

/** The questions before and after this one in its note. */
export function Neighbours({ previous, next }: { previous?: Neighbour; next?: Neighbour }) {
  const t = useTranslations('entry')
  if (!previous && !next) return null
  return (
    <nav className="neighbours" aria-label={t('neighbours')}>
      {previous ? (
        <a href={entryPath(previous)} rel="prev">
          <span>
            <ArrowLeft aria-hidden="true" size={15} />
            {t('previous')}
          </span>
          {previous.title}
        </a>
      ) : null}
      {next ? (
        <a href={entryPath(next)} rel="next">
          <span>
            {t('next')}
            <ArrowRight aria-hidden="true" size={15} />
          </span>
          {next.title}
        </a>
      ) : null}
    </nav>
  )
}
