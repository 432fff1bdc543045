import { Bell } from 'lucide-react'
import { useTranslations } from 'next-intl'

type Props = { kind: 'note' | 'entry'; noteId: string; entryId?: string }

/** Hear of what changes here; for whoever is signed in. Whether one does is shown by a script. */
export function WatchButton({ kind, noteId, entryId }: Props) {
  const t = useTranslations('notifications')
  return (
    <button
      type="button"
      className="button quiet watch"
      data-watch={kind}
      data-watch-note={noteId}
      data-watch-entry={entryId}
      data-needs="member"
      aria-pressed="false"
      title={t('watchHint')}
      hidden
    >
      <Bell aria-hidden="true" size={15} />
      {t('watch')}
    </button>
  )
}
