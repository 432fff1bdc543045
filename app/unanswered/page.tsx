import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { notePath } from '#lib/entries/entry'
import { listOpenEntries, type OpenState } from '#lib/entries/list-queries'
import { madeFrom } from '#lib/pages/tags'
import { EmptyState } from '#ui/empty-state'
import { EntryRow } from '#ui/entry-row'
import { PageHead } from '#ui/page-head'
import { EntryList } from '../_layout/entry-list.tsx'
import { Shell } from '../_layout/shell.tsx'
import { useStateWords } from '../_layout/state-words.ts'
import { Filters } from './filters.tsx'
import { groupByNote } from './group-by-note.ts'

export const dynamic = 'force-dynamic'

const most = 2_000

type Props = { searchParams: Promise<Record<'note' | 'state' | 'sort', string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('unanswered')
  return { title: t('title') }
}

/** Every question that still wants an answer, by note. */
export default async function UnansweredPage({ searchParams }: Props) {
  madeFrom('home', 'notes', 'everything')
  const { note, state, sort } = await searchParams
  const byFrequency = sort === 'asked'
  const noteId = typeof note === 'string' && note !== '' ? note : undefined
  const states: OpenState[] =
    state === 'unanswered' || state === 'partial' ? [state] : ['unanswered', 'partial']
  const [t, everywhere, inNote] = await Promise.all([
    getTranslations('unanswered'),
    listOpenEntries(states, most, { byFrequency }),
    noteId ? listOpenEntries(states, most, { noteShortId: noteId, byFrequency }) : undefined,
  ])
  const entries = inNote ?? everywhere
  return (
    <Shell place={{ page: 'unanswered' }}>
      <PageHead title={t('title')}>
        <p>{t('count', { entries: entries.length })}</p>
      </PageHead>
      <Filters
        notes={groupByNote(everywhere).map(({ note }) => note)}
        note={noteId}
        state={states.length === 1 ? states[0] : undefined}
        byFrequency={byFrequency}
      />
      {entries.length === 0 && !byFrequency ? <EmptyState title={t('none')} /> : null}
      {byFrequency ? (
        <EntryList entries={entries} aside="asked" empty={t('none')} />
      ) : (
        <Groups entries={entries} />
      )}
    </Shell>
  )
}

function Groups({ entries }: { entries: Awaited<ReturnType<typeof listOpenEntries>> }) {
  const t = useTranslations('unanswered')
  const words = useStateWords()
  return groupByNote(entries).map(({ note, entries: own }) => (
    <section key={note.shortId} className="note-section" aria-labelledby={`n-${note.shortId}`}>
      <div className="section-head">
        <h2 id={`n-${note.shortId}`}>
          <a href={notePath(note)}>{note.title}</a>
        </h2>
        <span className="section-progress">{t('count', { entries: own.length })}</span>
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
