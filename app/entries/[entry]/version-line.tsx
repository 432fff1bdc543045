import { GitCommitHorizontal } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Time } from '#ui/time'

type Text = {
  number: number
  kind: 'import' | 'edit' | 'correction' | 'merge' | 'restore'
  author: string
  authorKind: 'person' | 'system'
  changedAt: Date
}

/** "Version 7 · corrected by … · 3 days ago": who says so; `href` is where the version or its history stands. */
export function VersionLine({ text, href }: { text: Text; href?: string }) {
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
    </p>
  )
}
