import { diffArrays } from 'diff'
import { diffWords, type Piece } from './diff.ts'
import { sentencesOf } from './merge.ts'
import { pairLines } from './pair-lines.ts'

/** One place where two texts differ, in whole sentences; `from` and `to` are UTF-16 offsets in the text before. */
export type Change = {
  /** Counted from 1, in the order of the text. */
  id: string
  from: number
  to: number
  before: string
  after: string
  pieces: Piece[]
  /** What stands on either side, up to a few sentences. */
  lead: string
  tail: string
}

const budget = 1_000
/** Characters of context on either side of a change. */
const context = 160

/** Where two texts differ, sentence by sentence, each change cut into words; past the time budget one change of everything. */
export function changesBetween(before: string, after: string): Change[] {
  if (before === after) return []
  const parts = diffArrays(sentencesOf(before), sentencesOf(after), { timeout: budget }) ?? [
    { value: [before], removed: true, added: false },
    { value: [after], removed: false, added: true },
  ]
  const until = performance.now() + budget
  const changes: Change[] = []
  let at = 0
  for (let part = 0; part < parts.length; part++) {
    const { value, added, removed } = parts[part] ?? { value: [] }
    const next = parts[part + 1]
    const isReplaced = removed && next?.added
    const swaps =
      !added && !removed ? [] : swapsOf(added ? [] : value, added ? value : isReplaced ? next.value : [])
    for (const swap of swaps) {
      const place = { from: at, to: at + swap.before.length, after: swap.after }
      if (swap.before !== swap.after) changes.push(changeOf(before, place, changes.length + 1, until))
      at = place.to
    }
    if (swaps.length === 0) at += value.join('').length
    if (isReplaced) part++
  }
  return changes
}

/** The text before with only the chosen changes made. */
export function applyChanges(before: string, changes: Change[], chosen: ReadonlySet<string>): string {
  let at = 0
  let text = ''
  for (const { id, from, to, after } of changes) {
    if (!chosen.has(id)) continue
    text += before.slice(at, from) + after
    at = to
  }
  return text + before.slice(at)
}

type Swap = { before: string; after: string }

/** Which sentences became which: as many as before are the same ones in order, others are paired by likeness. */
function swapsOf(removed: string[], added: string[]): Swap[] {
  const pairs =
    removed.length === added.length
      ? removed.map((_, at): [number, number] => [at, at])
      : pairLines(removed, added)
  const swaps: Swap[] = []
  let open: Swap | undefined
  for (const [i, j] of pairs) {
    const swap = { before: removed[i ?? -1] ?? '', after: added[j ?? -1] ?? '' }
    const isPair = i !== undefined && j !== undefined
    if (isPair || !open) swaps.push(swap)
    else {
      open.before += swap.before
      open.after += swap.after
    }
    open = isPair ? undefined : (open ?? swap)
  }
  return swaps
}

function changeOf(
  text: string,
  { from, to, after }: { from: number; to: number; after: string },
  number: number,
  until: number,
): Change {
  const before = text.slice(from, to)
  return {
    id: String(number),
    from,
    to,
    before,
    after,
    pieces: diffWords(before, after, until),
    lead: text.slice(Math.max(0, from - context), from).toWellFormed(),
    tail: text.slice(to, to + context).toWellFormed(),
  }
}
