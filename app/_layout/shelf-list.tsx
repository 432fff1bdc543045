import { useTranslations } from 'next-intl'
import { notePath } from '#lib/entries/entry'
import type { listShelf } from '#lib/notes/shelf'
import { EmptyState } from '#ui/empty-state'
import { ProgressBar } from '#ui/progress-bar'

/** The notes with how far each is answered. */
export function ShelfList({ shelf }: { shelf: Awaited<ReturnType<typeof listShelf>> }) {
  const t = useTranslations('notes')
  if (shelf.length === 0)
    return (
      <EmptyState title={t('none')}>
        <p>
          {t('noneHint')} <code>npm run import -- FILE</code>
        </p>
      </EmptyState>
    )
  return (
    <ul className="shelf">
      {shelf.map((note) => (
        <li key={note.id}>
          <a href={notePath(note)}>{note.title}</a>
          <span className="shelf-figures">
            {t('progress', { answered: note.answered, entries: note.entries })}
          </span>
          <ProgressBar states={note.states} />
        </li>
      ))}
    </ul>
  )
}
