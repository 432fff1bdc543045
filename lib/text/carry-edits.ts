import { type Edit, editsBetween, type Run, sharedRuns } from './edits.ts'

/** Where an insertion goes, and how far a removal reaches, at places that only the source has. */
export type Lean = { insert: 'before' | 'after'; remove: 'narrow' | 'wide' }

export const leans: Lean[] = [
  { insert: 'before', remove: 'narrow' },
  { insert: 'after', remove: 'narrow' },
  { insert: 'before', remove: 'wide' },
  { insert: 'after', remove: 'wide' },
]

/**
 * What leads from `base` to `mine`, as edits of `source`, of which `base` is another spelling. Positions are carried over
 * through what base and source share. `until` is a moment on the clock of `performance.now()`; throws OutOfTime after it.
 */
export function carryEdits(base: string, mine: string, source: string, lean: Lean, until: number): Edit[] {
  // A last line is a line like the others.
  const [a, b, c] = [`${base}\n`, `${mine}\n`, `${source}\n`]
  const runs = sharedRuns(a, c, until)
  const edits = editsBetween(a, b, until).map(({ from, to, text }) => {
    const narrow = lean.remove === 'narrow'
    const start = place(runs, from, from === to ? lean.insert === 'after' : narrow, c.length)
    const end = from === to ? start : place(runs, to, !narrow, c.length)
    return { from: start, to: Math.max(start, end), text }
  })
  return withoutOverlap(edits).map((edit) => inside(edit, source.length))
}

/** The place in the source of a place in the base: where the text after it begins, or where the text before it ends. */
function place(runs: readonly Run[], at: number, onward: boolean, end: number): number {
  let before: Run | undefined
  for (const run of runs) {
    if (run.before < at && at < run.before + run.length) return run.after + at - run.before
    if (run.before + run.length <= at) before = run
    else return onward ? run.after : endOf(before)
  }
  return onward ? end : endOf(before)
}

const endOf = (run: Run | undefined) => (run ? run.after + run.length : 0)

function withoutOverlap(edits: Edit[]): Edit[] {
  let reached = 0
  return edits.map((edit) => {
    const from = Math.max(edit.from, reached)
    reached = Math.max(edit.to, from)
    return { ...edit, from, to: reached }
  })
}

/** The line end that was added to the source belongs to nobody. */
function inside(edit: Edit, length: number): Edit {
  if (edit.to <= length) return edit
  if (edit.from > length) return { from: length, to: length, text: `\n${edit.text.replace(/\n$/, '')}` }
  if (edit.text.endsWith('\n')) return { from: edit.from, to: length, text: edit.text.slice(0, -1) }
  return { from: Math.max(0, edit.from - 1), to: length, text: edit.text }
}
