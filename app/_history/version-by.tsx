import { useFormatter, useTranslations } from 'next-intl'

type Version = {
  kind: 'import' | 'edit' | 'correction' | 'merge' | 'restore'
  author: string
  authorKind: 'person' | 'system'
  coauthors?: string[]
}

/** Who made a version and how, and who else it is credited to. */
export function VersionBy({ version: { kind, author, authorKind, coauthors = [] } }: { version: Version }) {
  const t = useTranslations('version')
  const format = useFormatter()
  return (
    <>
      <span>{authorKind === 'system' ? t('imported') : t(kind, { author })}</span>
      {coauthors.length > 0 ? <span>{t('with', { names: format.list(coauthors) })}</span> : null}
    </>
  )
}
