import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { requireSignedIn } from '#lib/auth/require-signed-in'
import { mayErase, mayRestore } from '#lib/trash/policy'
import { listTrash } from '#lib/trash/queries'
import { daysKept, daysLeft } from '#lib/trash/thing'
import { EmptyState } from '#ui/empty-state'
import { PageHead } from '#ui/page-head'
import { refusalWords } from '../_layout/refusals.ts'
import { Shell } from '../_layout/shell.tsx'
import { LyingRow } from './lying-row.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('placing'))('trashTitle') }
}

/** What editors find in the trash, and members of their own; admins also what lies there longer than 30 days. */
export default async function TrashPage() {
  const viewer = await requireSignedIn('/trash')
  const [t, things, refusals] = await Promise.all([
    getTranslations('placing'),
    listTrash(viewer),
    refusalWords(),
  ])
  const now = new Date()
  const days = daysKept
  const [recent, older] = [true, false].map((isRecent) =>
    things.filter(({ trashedAt }) => daysLeft(trashedAt, now) > 0 === isRecent),
  )
  const rows = (some: typeof things = []) => (
    <ul className="rows-of-people lying-rows">
      {some.map((thing) => (
        <LyingRow
          key={thing.id}
          thing={thing}
          left={daysLeft(thing.trashedAt, now)}
          mayRestore={mayRestore(viewer, thing, now)}
          mayErase={mayErase(viewer)}
          refusals={refusals}
        />
      ))}
    </ul>
  )
  return (
    <Shell>
      <PageHead title={t('trashTitle')}>
        <p>{t('trashLead', { days })}</p>
      </PageHead>
      {recent?.length === 0 ? <EmptyState title={t('trashEmpty')} /> : rows(recent)}
      {older && older.length > 0 ? (
        <section className="panel" aria-labelledby="older">
          <h2 id="older">{t('older')}</h2>
          <p>{t('olderLead', { days })}</p>
          {rows(older)}
        </section>
      ) : null}
    </Shell>
  )
}
