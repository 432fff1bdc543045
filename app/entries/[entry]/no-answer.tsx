import { useTranslations } from 'next-intl'
import { EmptyState } from '#ui/empty-state'
import { EditLink } from './edit-link.tsx'
import { WriteAnswer } from './write-answer.tsx'

type Props = {
  entry: { shortId: string; title: string | null }
  /** One that says nothing yet, to be filled by an editor. */
  answer: { shortId: string } | undefined
}

/** What stands where an answer will be, and where one may find it meanwhile. */
export function NoAnswer({ entry, answer }: Props) {
  const t = useTranslations('entry')
  return (
    <EmptyState title={t('noAnswer')}>
      <WriteAnswer entry={entry} tone="primary" />
      <p>
        <a href={`/search?q=${encodeURIComponent(entry.title ?? '')}&state=answered`}>{t('findSimilar')}</a>
      </p>
      {answer ? <EditLink path={`/answers/${answer.shortId}/edit`} /> : null}
    </EmptyState>
  )
}
