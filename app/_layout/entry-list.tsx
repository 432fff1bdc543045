import { useTranslations } from 'next-intl'
import type { EntryState } from '#lib/entries/entry'
import { EmptyState } from '#ui/empty-state'
import { EntryRow } from '#ui/entry-row'
import { Time } from '#ui/time'
import { useStateWords } from './state-words.ts'

type Listed = {
  shortId: string
  title: string | null
  state: EntryState
  note: { title: string }
  changedAt: Date
  asked: number
}

/** Questions of several notes in one list. */
export function EntryList({
  entries,
  aside,
  empty,
}: {
  entries: Listed[]
  aside: 'note' | 'time' | 'asked'
  empty: string
}) {
  const words = useStateWords()
  const t = useTranslations('entry')
  if (entries.length === 0) return <EmptyState title={empty} />
  return (
    <ul className="rows">
      {entries.map((entry) => (
        <EntryRow key={entry.shortId} entry={entry} word={words[entry.state]}>
          {aside === 'time' ? <Time at={entry.changedAt} /> : null}
          {aside === 'note' ? entry.note.title : null}
          {aside === 'asked' && entry.asked > 0 ? t('asked', { times: entry.asked }) : null}
        </EntryRow>
      ))}
    </ul>
  )
}
