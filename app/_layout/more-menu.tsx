import { Ellipsis, FolderInput, ListTree, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { notePath } from '#lib/entries/entry'
import { usePlacingWords } from './placing-words.tsx'

type Props = {
  note: { id: string; shortId: string; title: string }
  /** The question of the page, where it is one's. */
  entry?: { id: string; sectionId: string | null }
}

/** `…`: what editors do with a question or a note besides its words; hidden from everybody else. */
export function MoreMenu({ note, entry }: Props) {
  const t = useTranslations('placing')
  const words = usePlacingWords()
  const name = t('more')
  return (
    <div className="more-menu" data-menu="" data-needs="editor" data-placing={words} hidden>
      <button type="button" className="icon-button" popoverTarget="more" aria-label={name} title={name}>
        <Ellipsis aria-hidden="true" size={18} />
      </button>
      <div id="more" popover="auto" className="more-items">
        {entry ? (
          <button
            type="button"
            data-move={entry.id}
            data-note={note.id}
            data-section={entry.sectionId ?? ''}
            title={`${t('move')} (m)`}
          >
            <FolderInput aria-hidden="true" size={16} />
            {t('move')}
          </button>
        ) : null}
        <a href={`${notePath(note)}/arrange`} data-fresh="">
          <ListTree aria-hidden="true" size={16} />
          {t('arrange')}
        </a>
        <button
          type="button"
          data-trash={entry?.id ?? note.id}
          data-kind={entry ? 'entry' : 'note'}
          data-then={entry ? notePath(note) : '/notes'}
        >
          <Trash2 aria-hidden="true" size={16} />
          {t('toTrash')}
        </button>
      </div>
    </div>
  )
}
