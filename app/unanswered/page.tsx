import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { notePath } from '#lib/entries/entry'
import { countOpenByNote, listOpenEntries, type OpenState } from '#lib/entries/list-queries'
import { pageOf, partsWithin } from '#lib/entries/stretch'
import { madeFrom } from '#lib/pages/tags'
import { EmptyState } from '#ui/empty-state'
import { EntryRow } from '#ui/entry-row'
import { PageHead } from '#ui/page-head'
import { EntryList } from '../_layout/entry-list.tsx'
import { PageLinks } from '../_layout/page-links.tsx'
import { Shell } from '../_layout/shell.tsx'
import { useStateWords } from '../_layout/state-words.ts'
import { Filters } from './filters.tsx'
import { groupByNote } from './group-by-note.ts'
import { unansweredUrl } from './unanswered-url.ts'

export const dynamic = 'force-dynamic'

type Asked = 'note' | 'state' | 'sort' | 'page'
type Props = { searchParams: Promise<Partial<Record<Asked, string | string[]>>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('unanswered')
  return { title: t('title') }
}

/** Every question that still wants an answer, by note, a hundred a page. */
export default async function UnansweredPage({ searchParams }: Props) {
  madeFrom('home', 'notes', 'everything')
  const { note, state, sort, page } = await searchParams
  const byFrequency = sort === 'asked'
  const noteId = typeof note === 'string' && note !== '' ? note : undefined
  const states: OpenState[] =
    state === 'unanswered' || state === 'partial' ? [state] : ['unanswered', 'partial']
  const [t, everywhere] = await Promise.all([getTranslations('unanswered'), countOpenByNote(states)])
  const counted = noteId ? everywhere.filter(({ shortId }) => shortId === noteId) : everywhere
  const total = counted.reduce((sum, { entries }) => sum + entries, 0)
  const shown = pageOf(total, page)
  // What is asked most stands in one list, across the notes.
  const { parts, stretch } = byFrequency ? { parts: counted, stretch: shown } : partsWithin(counted, shown)
  const notes = parts.map(({ shortId }) => shortId)
  const entries = notes.length > 0 ? await listOpenEntries(states, notes, stretch, byFrequency) : []
  const filter = { note: noteId, state: states.length === 1 ? states[0] : undefined }
  return (
    <Shell place={{ page: 'unanswered' }}>
      <PageHead title={t('title')}>
        <p>{t('count', { entries: total })}</p>
      </PageHead>
      <Filters notes={everywhere} {...filter} byFrequency={byFrequency} />
      {entries.length === 0 && !byFrequency ? <EmptyState title={t('none')} /> : null}
      {byFrequency ? (
        <EntryList entries={entries} aside="asked" empty={t('none')} />
      ) : (
        <Groups entries={entries} notes={parts} />
      )}
      <PageLinks
        {...shown}
        to={(page) => unansweredUrl({ ...filter, ...(byFrequency && { sort: 'asked' }), page })}
      />
    </Shell>
  )
}

type Listed = Awaited<ReturnType<typeof listOpenEntries>>
type Counted = Awaited<ReturnType<typeof countOpenByNote>>

/** A note that goes on from the page before, or on to the next, says all the same how many it has. */
function Groups({ entries, notes }: { entries: Listed; notes: Counted }) {
  const t = useTranslations('unanswered')
  const words = useStateWords()
  const countOf = new Map(notes.map((note) => [note.shortId, note.entries]))
  return groupByNote(entries).map(({ note, entries: own }) => (
    <section key={note.shortId} className="note-section" aria-labelledby={`n-${note.shortId}`}>
      <div className="section-head">
        <h2 id={`n-${note.shortId}`}>
          <a href={notePath(note)}>{note.title}</a>
        </h2>
        <span className="section-progress">
          {t('count', { entries: countOf.get(note.shortId) ?? own.length })}
        </span>
      </div>
      <ul className="rows">
        {own.map((entry) => (
          <EntryRow key={entry.shortId} entry={entry} word={words[entry.state]}>
            {entry.state === 'partial' ? words.partial : null}
          </EntryRow>
        ))}
      </ul>
    </section>
  ))
}
