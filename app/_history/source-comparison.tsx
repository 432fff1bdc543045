import { useTranslations } from 'next-intl'
import { diffTexts } from '#lib/text/diff'
import { fencedLines } from '#lib/text/fenced-lines'
import { languageOf } from '#lib/text/language'
import { stretchesOf } from '#lib/text/stretches'
import { ChangeSteps } from './change-steps.tsx'
import { DiffStretch } from './diff-stretch.tsx'

type SourceProps = { before: string; after: string; view: 'inline' | 'source' }

/** The Markdown of two texts compared line by line, and word by word within a line. */
export function SourceComparison({ before, after, view }: SourceProps) {
  const t = useTranslations('compare')
  if (before === after) return <p className="no-change">{t('same')}</p>
  const stretches = stretchesOf(diffTexts(before, after))
  const code = { before: fencedLines(before), after: fencedLines(after) }
  const total = stretches.filter(({ kind }) => kind === 'change').length
  let number = 0
  return (
    <>
      <ChangeSteps total={total} />
      <div className="diff" data-view={view} lang={languageOf(after || before)}>
        {stretches.map((stretch) => {
          if (stretch.kind === 'change') number++
          const [first] = stretch.lines
          const key = `${first && 'before' in first ? first.before : ''}-${first && 'after' in first ? first.after : ''}`
          return (
            <DiffStretch key={key} stretch={stretch} number={number} total={total} view={view} code={code} />
          )
        })}
      </div>
    </>
  )
}
