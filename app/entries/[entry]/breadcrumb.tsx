import { ChevronRight, Copy, History } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { notePath } from '#lib/entries/entry'
import { WatchButton } from '../../_layout/watch-button.tsx'
import { EditLink } from './edit-link.tsx'

type Props = {
  note: { shortId: string; title: string }
  path: { shortId: string; title: string | null }[]
  markdownPath: string
  editPath: string
  historyPath: string
  watch: { noteId: string; entryId: string }
}

/** Where the question stands, and what one can do with it. */
export function Breadcrumb({ note, path, markdownPath, editPath, historyPath, watch }: Props) {
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
        <WatchButton kind="entry" {...watch} />
        <a className="button quiet" href={markdownPath}>
          .md
        </a>
      </div>
    </div>
  )
}
