import { GitCommitHorizontal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Time } from '#ui/time'
import { EditLink, SuggestLink } from './edit-link.tsx'

type Text = {
  number: number
  kind: 'import' | 'edit' | 'correction' | 'merge' | 'restore'
  author: string
  authorKind: 'person' | 'system'
  changedAt: Date
}

type Props = {
  text: Text
  /** Where the version or its history stands. */
  href?: string
  /** For texts that can be edited from here: where, and by whom besides editors. */
  edit?: { path: string; own: string | undefined }
}

/** "Version 7 · corrected by … · 3 days ago": who says so, and the way to edit it for those who may. */
export function VersionLine({ text, href, edit }: Props) {
  const t = useTranslations('version')
  return (
    <p className="version-line">
      <GitCommitHorizontal aria-hidden="true" size={16} />
      <span>
        {href ? (
          <a href={href}>{t('number', { number: text.number })}</a>
        ) : (
          t('number', { number: text.number })
        )}
      </span>
      <span>{text.authorKind === 'system' ? t('imported') : t(text.kind, { author: text.author })}</span>
      <Time at={text.changedAt} />
      {edit ? <EditLink {...edit} /> : null}
      {edit ? <SuggestLink path={edit.path.replace(/edit$/, 'suggest')} /> : null}
    </p>
  )
}
