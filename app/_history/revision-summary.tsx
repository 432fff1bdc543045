import { useTranslations } from 'next-intl'
import { Summary } from './summary.tsx'

type Props = { revision: { kind: string; summary: string; minor: boolean } }

/** Why a version was made. */
export function RevisionSummary({ revision }: Props) {
  const t = useTranslations('history')
  if (!revision.summary && !revision.minor) return null
  return (
    <p className="revision-summary">
      {revision.minor ? <span className="revision-minor">{t('minor')}</span> : null}
      {revision.summary ? <Summary version={revision} /> : null}
    </p>
  )
}
