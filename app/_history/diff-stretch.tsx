import { useTranslations } from 'next-intl'
import type { DiffLine } from '#lib/text/diff'
import type { Stretch } from '#lib/text/stretches'
import { type CodeLines, LineBeside, LineInline } from './diff-line.tsx'

type Props = { stretch: Stretch; number: number; total: number; view: 'inline' | 'source'; code: CodeLines }

/** One change, which keys and links lead to; or unchanged lines, folded where they are far from any change. */
export function DiffStretch({ stretch, number, total, view, code }: Props) {
  const t = useTranslations('compare')
  const lines = <Lines lines={stretch.lines} view={view} code={code} />
  if (stretch.kind === 'near') return lines
  if (stretch.kind === 'folded')
    return (
      <details className="diff-fold">
        <summary>{t('folded', { lines: stretch.lines.length })}</summary>
        {lines}
      </details>
    )
  return (
    <section
      className="change"
      id={`change-${number}`}
      tabIndex={-1}
      aria-label={t('change', { number, total })}
    >
      {lines}
    </section>
  )
}

function Lines({ lines, view, code }: Pick<Props, 'view' | 'code'> & { lines: DiffLine[] }) {
  const Line = view === 'inline' ? LineInline : LineBeside
  return lines.map((line) => (
    <Line
      key={`${'before' in line ? line.before : ''}-${'after' in line ? line.after : ''}`}
      line={line}
      code={code}
    />
  ))
}
