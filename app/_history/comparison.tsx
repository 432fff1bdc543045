import { useTranslations } from 'next-intl'
import { diffWords } from '#lib/text/diff'
import { languageOf } from '#lib/text/language'
import type { CompareView } from './compare-query.ts'
import { PageComparison } from './page-comparison.tsx'
import { Pieces } from './pieces.tsx'
import { SourceComparison } from './source-comparison.tsx'

type Written = { title: string | null; markdown: string; html: string }
type Props = { before: Written; after: Written; view: CompareView }

/** What differs between two texts, titles first. */
export function Comparison({ before, after, view }: Props) {
  return (
    <>
      <Title before={before.title} after={after.title} />
      {view === 'page' ? (
        <PageComparison before={before} after={after} />
      ) : (
        <SourceComparison before={before.markdown} after={after.markdown} view={view} />
      )}
    </>
  )
}

function Title({ before, after }: { before: string | null; after: string | null }) {
  const t = useTranslations('compare')
  if (before === after || (!before && !after)) return null
  return (
    <p className="diff-title">
      <span className="diff-title-label">{t('titleChanged')}</span>
      <span lang={languageOf(after ?? before ?? '')}>
        <Pieces pieces={diffWords(before ?? '', after ?? '')} />
      </span>
    </p>
  )
}
