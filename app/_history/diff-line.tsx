import { useTranslations } from 'next-intl'
import type { DiffLine } from '#lib/text/diff'
import { Pieces } from './pieces.tsx'

type Props = { line: DiffLine }
/** Which lines of either side are code. */
export type CodeLines = Record<'before' | 'after', Set<number>>

/** A line of a comparison in one column: both numbers, and what went and what came in one text. */
export function LineInline({ line, code }: Props & { code: CodeLines }) {
  return (
    <div
      className="diff-line"
      data-op={line.op}
      data-moved={isMoved(line) || undefined}
      data-code={isCode(line, code) || undefined}
    >
      <LineNumber line={line} side="before" />
      <LineNumber line={line} side="after" />
      <div className="diff-text">
        <Move line={line} />
        <Text line={line} />
      </div>
    </div>
  )
}

/** A line of a comparison in two columns; on narrow screens what went stands above what came. */
export function LineBeside({ line, code }: Props & { code: CodeLines }) {
  return (
    <div
      className="diff-line"
      data-op={line.op}
      data-moved={isMoved(line) || undefined}
      data-code={isCode(line, code) || undefined}
    >
      <LineNumber line={line} side="before" />
      <div className="diff-text" data-side="before">
        {line.op === 'removed' ? <Move line={line} /> : null}
        {line.op === 'added' ? null : <Text line={line} side="before" />}
      </div>
      <LineNumber line={line} side="after" />
      <div className="diff-text" data-side="after">
        {line.op === 'added' ? <Move line={line} /> : null}
        {line.op === 'removed' ? null : <Text line={line} side="after" />}
      </div>
    </div>
  )
}

const isMoved = (line: DiffLine) =>
  (line.op === 'removed' && line.movedTo !== undefined) ||
  (line.op === 'added' && line.movedFrom !== undefined)

const isCode = (line: DiffLine, { before, after }: CodeLines) =>
  'after' in line ? after.has(line.after) : before.has(line.before)

function Text({ line, side }: Props & { side?: 'before' | 'after' }) {
  if (line.op === 'changed') return <Pieces pieces={line.pieces} side={side} />
  if (line.op === 'removed') return <del>{line.text}</del>
  return line.op === 'added' ? <ins>{line.text}</ins> : line.text
}

/** The number of a line on one side; where the line moved, also what the other half's link leads to. */
function LineNumber({ line, side }: Props & { side: 'before' | 'after' }) {
  const { before, after } = { before: undefined, after: undefined, ...line }
  const number = side === 'before' ? before : after
  return (
    <span className="diff-number" id={isMoved(line) && number ? `${side}-${number}` : undefined}>
      {number}
    </span>
  )
}

function Move({ line }: Props) {
  const t = useTranslations('compare')
  if (line.op === 'removed' && line.movedTo !== undefined)
    return (
      <a className="diff-move" href={`#after-${line.movedTo}`}>
        {t('movedTo', { line: line.movedTo })}
      </a>
    )
  if (line.op === 'added' && line.movedFrom !== undefined)
    return (
      <a className="diff-move" href={`#before-${line.movedFrom}`}>
        {t('movedFrom', { line: line.movedFrom })}
      </a>
    )
  return null
}
