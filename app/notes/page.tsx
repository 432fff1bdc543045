import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { listShelf } from '#lib/notes/shelf'
import { madeFrom } from '#lib/pages/tags'
import { PageHead } from '#ui/page-head'
import { ShelfList } from '../_layout/shelf-list.tsx'
import { Shell } from '../_layout/shell.tsx'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notes')
  return { title: t('title') }
}

/** Every note with its progress. */
export default async function NotesPage() {
  madeFrom('notes', 'home', 'everything')
  const [t, making, shelf] = await Promise.all([
    getTranslations('notes'),
    getTranslations('making'),
    listShelf(),
  ])
  return (
    <Shell place={{ page: 'notes' }}>
      <PageHead title={t('title')}>
        <p>{t('count', { notes: shelf.length })}</p>
        <p className="note-actions">
          <a className="button" href="/notes/new" data-fresh="" data-needs="editor" hidden>
            <Plus aria-hidden="true" size={15} />
            {making('newNote')}
          </a>
        </p>
      </PageHead>
      <ShelfList shelf={shelf} />
    </Shell>
  )
}
