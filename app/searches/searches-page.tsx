import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Shell } from '../_layout/shell.tsx'

const places = { searches: '/searches', synonyms: '/searches/synonyms' } as const

/** The frame of the editors' pages about search. */
export async function SearchesPage({
  place,
  lead,
  children,
}: {
  place: keyof typeof places
  lead: string
  children: ReactNode
}) {
  const t = await getTranslations('searches')
  const names = { searches: t('title'), synonyms: t('synonyms') }
  return (
    <Shell>
      <header className="page-head">
        <h1>{names[place]}</h1>
        <nav className="chips admin-places" aria-label={t('title')}>
          {(['searches', 'synonyms'] as const).map((each) => (
            <a
              key={each}
              className="chip"
              href={places[each]}
              aria-current={each === place ? 'page' : undefined}
            >
              {names[each]}
            </a>
          ))}
        </nav>
        <p>{lead}</p>
      </header>
      {children}
    </Shell>
  )
}
