import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { mayAdminister } from '#lib/auth/policy'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import type { SignedIn } from '#lib/auth/viewer'
import { Shell } from '../_layout/shell.tsx'

const places = ['people', 'invitations', 'settings', 'search', 'audit'] as const

/** The viewer of an admin page; for anyone else who is signed in there is no such page. */
export async function requireAdmin(place: (typeof places)[number]): Promise<SignedIn> {
  const viewer = await requireSignedIn(`/admin/${place}`)
  if (!mayAdminister(viewer)) notFound()
  return viewer
}

/** The frame of the admin pages: one title, four places. */
export async function AdminPage({
  place,
  lead,
  children,
}: {
  place: (typeof places)[number]
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
