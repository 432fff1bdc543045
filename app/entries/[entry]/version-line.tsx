import { GitCommitHorizontal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Time } from '#ui/time'
import { EditLink } from './edit-link.tsx'

type Text = {
  number: number
  kind: 'import' | 'edit' | 'correction' | 'merge' | 'restore'
  author: string
  authorKind: 'person' | 'system'
  changedAt: Date
}

/** "Version 7 · corrected by … · 3 days ago": who says so, and the way to edit it for those who may. */
export function VersionLine({ text, edit }: { text: Text; edit: { path: string; own: string | undefined } }) {
  const t = useTranslations('version')
  return (
    <p className="version-line">
      <GitCommitHorizontal aria-hidden="true" size={16} />
      <span>{t('number', { number: text.number })}</span>
      <span>{text.authorKind === 'system' ? t('imported') : t(text.kind, { author: text.author })}</span>
      <Time at={text.changedAt} />
      <EditLink {...edit} />
    </p>
  )
}
