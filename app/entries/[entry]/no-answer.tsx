import { useTranslations } from 'next-intl'
import { EmptyState } from '#ui/empty-state'

/** What stands where an answer will be, and where one may find it meanwhile. */
export function NoAnswer({ entry }: { entry: { title: string | null } }) {
  const t = useTranslations('entry')
  return (
    <EmptyState title={t('noAnswer')}>
      <p>
        <a href={`/search?q=${encodeURIComponent(entry.title ?? '')}&state=answered`}>{t('findSimilar')}</a>
      </p>
    </EmptyState>
  )
}
