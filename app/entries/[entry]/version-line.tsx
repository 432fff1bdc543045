import { GitCommitHorizontal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Time } from '#ui/time'
import { VersionBy } from '../../_history/version-by.tsx'
import { EditLink, SuggestLink } from './edit-link.tsx'
import { TrashButton } from './trash-button.tsx'

type Text = {
  number: number
  kind: 'import' | 'edit' | 'correction' | 'merge' | 'restore'
  author: string
  authorKind: 'person' | 'system'
  coauthors?: string[]
  changedAt: Date
}

type Props = {
  text: Text
  /** Where the version or its history stands. */
  href?: string
  /** For texts that can be edited from here: where, and by whom besides editors. */
  edit?: { path: string; own: string | undefined }
  /** The answer's id where it may go to the trash from here. */
  trash?: string
  /** What else there is to say of where it is from. */
  children?: ReactNode
}

/** "Version 7 · corrected by … · 3 days ago": who says so, and the way to edit it for those who may. */
export function VersionLine({ text, href, edit, trash, children }: Props) {
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
      <VersionBy version={text} />
      <Time at={text.changedAt} />
      {children}
      {edit ? <EditLink {...edit} /> : null}
      {edit ? <SuggestLink path={edit.path.replace(/edit$/, 'suggest')} /> : null}
      {trash ? <TrashButton id={trash} own={edit?.own} /> : null}
    </p>
  )
}
