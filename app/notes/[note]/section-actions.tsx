import { Pencil, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'

type Props = { note: { shortId: string }; section: { shortId: string; title: string | null } }

/** Adding a question to a section and editing it; each hidden until the reader turns out to be one who may. */
export function SectionActions({ note, section }: Props) {
  const t = useTranslations('making')
  const add = t('addHere', { section: section.title ?? '' })
  const edit = `${t('editSection')} ${section.title ?? ''}`
  return (
    <span className="section-actions">
      <a
        className="icon-button"
        href={`/entries/new?note=${note.shortId}&section=${section.shortId}`}
        aria-label={add}
        title={add}
        data-fresh=""
        data-needs="member"
        hidden
      >
        <Plus aria-hidden="true" size={15} />
      </a>
      <a
        className="icon-button"
        href={`/sections/${section.shortId}/edit`}
        aria-label={edit}
        title={edit}
        data-fresh=""
        data-needs="editor"
        hidden
      >
        <Pencil aria-hidden="true" size={14} />
      </a>
    </span>
  )
}
