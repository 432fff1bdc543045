import { useTranslations } from 'next-intl'
import { languageOf } from '#lib/text/language'
import { useSummary } from './use-summary.ts'

type Props = { revision: { kind: string; summary: string; minor: boolean } }

/** Why a version was made. */
export function RevisionSummary({ revision }: Props) {
  const t = useTranslations('history')
  const summary = useSummary(revision)
  if (!summary && !revision.minor) return null
  return (
    <p className="revision-summary" lang={summary ? languageOf(summary) : undefined}>
      {revision.minor ? <span className="revision-minor">{t('minor')}</span> : null}
      {summary}
    </p>
  )
}
