import { useTranslations } from 'next-intl'
import { Time } from '#ui/time'
import { Summary } from './summary.tsx'
import { VersionBy } from './version-by.tsx'

type Version = {
  number: number
  kind: 'import' | 'edit' | 'correction' | 'merge' | 'restore'
  summary: string
  author: string
  authorKind: 'person' | 'system'
  changedAt: Date
}
type Props = { version: Version; path: string; isRepeated?: boolean }

/** Who wrote a passage, in which version and why; what that version changed is one link away. Said to the eye once for neighbours. */
export function BlameWho({ version, path, isRepeated }: Props) {
  const t = useTranslations('history')
  const { number } = version
  const href = number > 1 ? `${path}/compare?from=${number - 1}&to=${number}` : `${path}/history/1`
  if (isRepeated)
    return (
      <p className="blame-who" data-repeated="">
        <span className="sr-only">{t('version', { number })}</span>
      </p>
    )
  return (
    <div className="blame-who">
      <a href={href}>{t('version', { number })}</a>
      <VersionBy version={version} />
      {version.summary ? (
        <span className="blame-why">
          <Summary version={version} />
        </span>
      ) : null}
      <Time at={version.changedAt} />
    </div>
  )
}
