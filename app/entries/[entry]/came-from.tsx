import { useTranslations } from 'next-intl'
import type { MergedQuestion } from '#lib/duplicates/merge-queries'
import { languageOf } from '#lib/text/language'

/** The merged question at which an answer or a comment stood; nothing where it stands where it was written. */
export function CameFrom({ origin }: { origin: MergedQuestion | undefined }) {
  const t = useTranslations('duplicates')
  if (!origin) return null
  return (
    <span className="came-from">
      {t('cameFrom')}{' '}
      <a href={`#merged-${origin.shortId}`} lang={languageOf(origin.title)}>
        {origin.title}
      </a>
    </span>
  )
}
