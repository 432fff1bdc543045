import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { listNewestOpenEntries, listRecentlyChanged } from '#lib/entries/list-queries'
import { listShelf } from '#lib/notes/shelf'
import { madeFrom } from '#lib/pages/tags'
import { SearchBox } from '#ui/search-box'
import { EntryList } from './_layout/entry-list.tsx'
import { ShelfList } from './_layout/shelf-list.tsx'
import { Shell } from './_layout/shell.tsx'

export const dynamic = 'force-dynamic'

const shown = 8

/** Where reading starts: search, the notes with their progress, what changed, what wants an answer. */
export default async function HomePage() {
  madeFrom('home', 'notes', 'everything')
  const [t, shelf, recent, open] = await Promise.all([
    getTranslations('home'),
    listShelf(),
    listRecentlyChanged(shown),
    listNewestOpenEntries(shown),
  ])
  return (
    <Shell place={{ page: 'home' }} search={false}>
      <div className="home">
        <h1>{t('title')}</h1>
        <SearchBox id="search" size="large" />
        <Figures shelf={shelf} />
        <NewQuestion />
        <section aria-labelledby="notes">
          <h2 id="notes">{t('notes')}</h2>
          <ShelfList shelf={shelf} />
        </section>
        <div className="home-lists">
          <section aria-labelledby="unanswered">
            <h2 id="unanswered">{t('unanswered')}</h2>
            <EntryList entries={open} aside="note" empty={t('nothingOpen')} />
            {open.length === shown ? <a href="/unanswered">{t('allUnanswered')}</a> : null}
          </section>
          <section aria-labelledby="recent">
            <h2 id="recent">{t('recent')}</h2>
            <EntryList entries={recent} aside="time" empty={t('nothingRecent')} />
          </section>
        </div>
      </div>
    </Shell>
  )
}

function NewQuestion() {
  const t = useTranslations('making')
  return (
    <p className="note-actions">
      <a className="button" href="/entries/new" data-fresh="" data-needs="member" hidden>
        <Plus aria-hidden="true" size={15} />
        {t('newEntry')}
      </a>
    </p>
  )
}

function Figures({ shelf }: { shelf: Awaited<ReturnType<typeof listShelf>> }) {
  const t = useTranslations('home')
  const entries = shelf.reduce((sum, note) => sum + note.entries, 0)
  const answered = shelf.reduce((sum, note) => sum + note.answered, 0)
  return (
    <p className="figures">
      {t('figures', { notes: shelf.length, entries, answered, open: entries - answered })}
    </p>
  )
}
