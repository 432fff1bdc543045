import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Mark } from './mark.tsx'

/** A page with one thing to do on it: signing in, joining, a new password. */
export function PlainPage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const t = useTranslations('site')
  return (
    <main id="main" className="plain-page">
      <header>
        <a className="wordmark" href="/" aria-label={t('home')}>
          <Mark />
          Errata
        </a>
        <h1>{title}</h1>
        {lead ? <p>{lead}</p> : null}
      </header>
      {children}
    </main>
  )
}
