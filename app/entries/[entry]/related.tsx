import { useTranslations } from 'next-intl'
import type { Related } from '#lib/search/related'
import { EntryRow } from '#ui/entry-row'
import { useStateWords } from '../../_layout/state-words.ts'

/** Questions about the same thing, where there are any. */
export function RelatedEntries({ entries }: { entries: Related[] }) {
  const t = useTranslations('entry')
  const words = useStateWords()
  if (entries.length === 0) return null
  return (
    <nav className="related" aria-labelledby="related">
      <h2 id="related">{t('related')}</h2>
      <ul className="rows">
        {entries.map((entry) => (
          <EntryRow key={entry.shortId} entry={entry} word={words[entry.state]}>
            {entry.note.title}
          </EntryRow>
        ))}
      </ul>
    </nav>
  )
}
