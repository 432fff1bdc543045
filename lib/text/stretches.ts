import type { DiffLine } from './diff.ts'

/** Neighbouring lines of a comparison: a change, unchanged lines around it, or unchanged lines far from any change. */
export type Stretch = { kind: 'change' | 'near' | 'folded'; lines: DiffLine[] }

/** Unchanged lines that stay in sight on either side of a change. */
const context = 3
// Folding fewer lines than this saves less than the line that says so.
const shortestFold = 4

/** Cuts a comparison where it changes and folds what is far from any change; joined, the stretches are its lines. */
export function stretchesOf(lines: DiffLine[]): Stretch[] {
  const runs = runsOf(lines)
  return runs.flatMap((run, at) =>
    run.kind === 'change' ? [run] : foldMiddle(run, at === 0, at === runs.length - 1),
  )
}

function runsOf(lines: DiffLine[]): Stretch[] {
  const runs: Stretch[] = []
  for (const line of lines) {
    const kind = line.op === 'same' ? 'near' : 'change'
    const last = runs.at(-1)
    if (last?.kind === kind) last.lines.push(line)
    else runs.push({ kind, lines: [line] })
  }
  return runs
}

function foldMiddle({ lines }: Stretch, isFirst: boolean, isLast: boolean): Stretch[] {
  const from = isFirst ? 0 : context
  const to = lines.length - (isLast ? 0 : context)
  if (to - from < shortestFold) return [{ kind: 'near', lines }]
  const parts: Stretch[] = [
    { kind: 'near', lines: lines.slice(0, from) },
    { kind: 'folded', lines: lines.slice(from, to) },
    { kind: 'near', lines: lines.slice(to) },
  ]
  return parts.filter((part) => part.lines.length > 0)
}
