import { ChevronRight, Copy, History } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { notePath } from '#lib/entries/entry'
import { MoreMenu } from '../../_layout/more-menu.tsx'
import { WatchButton } from '../../_layout/watch-button.tsx'
import { EditLink } from './edit-link.tsx'

type Props = {
  note: { id: string; shortId: string; title: string }
  entry: { id: string; sectionId: string | null }
  path: { shortId: string; title: string | null }[]
  markdownPath: string
  editPath: string
  historyPath: string
}

/** Where the question stands, and what one can do with it. */
export function Breadcrumb({ note, entry, path, markdownPath, editPath, historyPath }: Props) {
  const t = useTranslations('entry')
  return (
    <div className="entry-top">
      <nav aria-label={t('breadcrumb')}>
        <ol className="breadcrumb">
          <li>
            <a href={notePath(note)}>{note.title}</a>
          </li>
          {path.map((section) => (
            <li key={section.shortId}>
              <ChevronRight aria-hidden="true" size={14} />
              <a href={`${notePath(note)}#s-${section.shortId}`}>{section.title}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="entry-actions">
        <button
          type="button"
          className="button quiet"
          data-copy-from={markdownPath}
          data-done={t('copied')}
          data-failed={t('copyFailed')}
          title={`${t('copy')} (c)`}
        >
          <Copy aria-hidden="true" size={15} />
          <span role="status">{t('copy')}</span>
        </button>
        <EditLink path={editPath} label={t('editQuestion')} />
        <a className="button quiet" href={historyPath} data-history="" title={`${t('history')} (h)`}>
          <History aria-hidden="true" size={15} />
          {t('history')}
        </a>
        <WatchButton kind="entry" noteId={note.id} entryId={entry.id} />
        <a className="button quiet" href={markdownPath}>
          .md
        </a>
        <MoreMenu note={note} entry={entry} />
      </div>
    </div>
  )
}
