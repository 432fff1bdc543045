import { useTranslations } from 'next-intl'
import { languageOf } from '#lib/text/language'
import { Time } from '#ui/time'
import { useSummary } from './use-summary.ts'

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
  const [t, v] = [useTranslations('history'), useTranslations('version')]
  const summary = useSummary(version)
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
      <span>
        {version.authorKind === 'system' ? v('imported') : v(version.kind, { author: version.author })}
      </span>
      {summary ? (
        <span className="blame-why" lang={languageOf(summary)}>
          {summary}
        </span>
      ) : null}
      <Time at={version.changedAt} />
    </div>
  )
}
