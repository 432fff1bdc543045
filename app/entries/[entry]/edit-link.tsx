import { MessageSquareDiff, Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'

/** The way to a text's editor; hidden until the reader turns out to be one who may. `own` is whose the text is. */
export function EditLink({ path, label, own }: { path: string; label?: string; own?: string | undefined }) {
  const t = useTranslations('entry')
  return (
    <a
      className="button quiet edit-link"
      href={path}
      data-edit=""
      data-fresh=""
      data-needs="editor"
      data-own={own}
      title={`${label ?? t('edit')} (e)`}
      hidden
    >
      <Pencil aria-hidden="true" size={14} />
      {label ?? t('edit')}
    </a>
  )
}

/** The way to suggesting a change to a text, for whoever is signed in. */
export function SuggestLink({ path }: { path: string }) {
  const t = useTranslations('corrections')
  return (
    <a
      className="button quiet edit-link"
      href={path}
      data-suggest=""
      data-fresh=""
      data-needs="member"
      title={`${t('suggest')} (s)`}
      hidden
    >
      <MessageSquareDiff aria-hidden="true" size={14} />
      {t('suggest')}
    </a>
  )
}
