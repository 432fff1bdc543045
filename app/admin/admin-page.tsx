import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Shell } from '../_layout/shell.tsx'
import type { AdminPlace } from './require-admin.ts'

const places: AdminPlace[] = ['people', 'invitations', 'settings', 'search', 'audit']

/** The frame of the admin pages: one title, four places. */
export async function AdminPage({
  place,
  lead,
  children,
}: {
  place: AdminPlace
  lead?: string
  children: ReactNode
}) {
  const t = await getTranslations('admin')
  return (
    <Shell>
      <header className="page-head">
        <h1>{t('title')}</h1>
        <nav className="chips admin-places" aria-label={t('title')}>
          {places.map((each) => (
            <a
              key={each}
              className="chip"
              href={`/admin/${each}`}
              aria-current={each === place ? 'page' : undefined}
            >
              {t(each)}
            </a>
          ))}
        </nav>
        {lead ? <p>{lead}</p> : null}
      </header>
      {children}
    </Shell>
  )
}
