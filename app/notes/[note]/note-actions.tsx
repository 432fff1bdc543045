import { FolderPlus, Pencil, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { notePath } from '#lib/entries/entry'
import { WatchButton } from '../../_layout/watch-button.tsx'

/** What can be added to a note and changed about it; each hidden until the reader turns out to be one who may. */
export function NoteActions({ note }: { note: { id: string; shortId: string; title: string } }) {
  const t = useTranslations('making')
  const path = notePath(note)
  return (
    <p className="note-actions">
      <a
        className="button"
        href={`/entries/new?note=${note.shortId}`}
        data-fresh=""
        data-needs="member"
        hidden
      >
        <Plus aria-hidden="true" size={15} />
        {t('newEntry')}
      </a>
      <a className="button" href={`${path}/sections/new`} data-fresh="" data-needs="editor" hidden>
        <FolderPlus aria-hidden="true" size={15} />
        {t('newSection')}
      </a>
      <a className="button quiet" href={`${path}/edit`} data-fresh="" data-needs="editor" hidden>
        <Pencil aria-hidden="true" size={14} />
        {t('renameNote')}
      </a>
      <WatchButton kind="note" noteId={note.id} />
    </p>
  )
}
