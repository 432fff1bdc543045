import { applyEdits, type Edit, editsBetween, type Run, sharedRuns } from './edits.ts'

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

/** How much text around a touched place may be coincidence: none of it, short runs of letters, or all but whole lines. */
export const grains = ['letters', 'words', 'lines'] as const
export type Grain = (typeof grains)[number]

/**
 * The same where the narrow edits are read otherwise: whatever base and source spell in two ways right around a touched place is
 * taken from `mine`, and nothing else is.
 */
export function carryHunks(base: string, mine: string, source: string, grain: Grain, until: number): Edit[] {
  const [a, b, c] = [`${base}\n`, `${mine}\n`, `${source}\n`]
  const runs = sharedRuns(a, c, until).flatMap((run) => coarser(run, a, c, grain))
  return touchingGroups(gapsBetween(runs, a.length), editsBetween(a, b, until)).map(({ from, to, edits }) => {
    const within = edits.map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from }))
    const start = runs.find(({ before, length }) => from <= before + length)
    const end = runs.findLast(({ before }) => before <= to)
    return inside(
      {
        from: start && start.before <= from ? start.after + from - start.before : 0,
        to: end && to <= end.before + end.length ? end.after + to - end.before : c.length,
        text: applyEdits(a.slice(from, to), within),
      },
      source.length,
    )
  })
}

function coarser(run: Run, base: string, source: string, grain: Grain): Run[] {
  if (grain === 'letters') return [run]
  if (grain === 'words') return run.length < 8 ? [] : [run]
  const startsLine = (text: string, at: number) => at === 0 || text[at - 1] === '\n'
  const text = base.slice(run.before, run.before + run.length)
  const isStart = startsLine(base, run.before) && startsLine(source, run.after)
  const from = isStart ? 0 : text.indexOf('\n') + 1
  const to = text.lastIndexOf('\n') + 1
  return from < to && (isStart || from > 0)
    ? [{ before: run.before + from, after: run.after + from, length: to - from }]
    : []
}

/** What lies in the base between what it shares with the source; where only the source has something, a place without length. */
function gapsBetween(runs: readonly Run[], length: number): { from: number; to: number }[] {
  const starts = [0, ...runs.map((run) => run.before + run.length)]
  const ends = [...runs.map(({ before }) => before), length]
  const isBlank = (at: number) => (at === 0 && runs[0]?.after === 0) || at === runs.length
  return starts
    .map((from, at) => ({ from, to: ends[at] ?? length, at }))
    .filter(({ from, to, at }) => from < to || !isBlank(at))
}

type Group = { from: number; to: number; edits: Edit[] }

/** Edits with the gaps that they touch, and those that these touch. */
function touchingGroups(gaps: { from: number; to: number }[], edits: Edit[]): Group[] {
  const parts = [
    ...gaps.map((gap) => ({ ...gap, edits: [] })),
    ...edits.map((edit) => ({ ...edit, edits: [edit] })),
  ]
  const groups: Group[] = []
  for (const part of parts.toSorted((one, other) => one.from - other.from || one.to - other.to)) {
    const last = groups.at(-1)
    if (last && part.from <= last.to) {
      last.to = Math.max(last.to, part.to)
      last.edits.push(...part.edits)
    } else groups.push({ from: part.from, to: part.to, edits: [...part.edits] })
  }
  return groups.filter(({ edits: own }) => own.length > 0)
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
