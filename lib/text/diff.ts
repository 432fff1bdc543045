import { diffArrays } from 'diff'
import { pairLines } from './pair-lines.ts'
import { wordsOf } from './words.ts'

export type Piece = { op: 'same' | 'removed' | 'added'; text: string }

/**
 * One line of a comparison. `number`s count from 1 on each side. A changed line carries both sides cut into words; a moved line
 * says where its other half stands.
 */
export type DiffLine =
  | { op: 'same'; text: string; before: number; after: number }
  | { op: 'changed'; pieces: Piece[]; before: number; after: number }
  | { op: 'removed'; text: string; before: number; movedTo?: number }
  | { op: 'added'; text: string; after: number; movedFrom?: number }

/** Milliseconds after which a comparison is given up as too large: then everything is shown as removed and added. */
const budget = 1_000
// A line shorter than this is too common to say that it has moved.
const shortestMove = 8

/** Compares two texts line by line, and within a changed line word by word; each side can be read back from it exactly. */
export function diffTexts(before: string, after: string): DiffLine[] {
  return markMoves(diffLines(before.split('\n'), after.split('\n')))
}

function diffLines(before: string[], after: string[]): DiffLine[] {
  const until = performance.now() + budget
  const parts = diffArrays(before, after, { timeout: budget }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ]
  const lines: DiffLine[] = []
  let [b, a] = [1, 1]
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]
    const next = parts[at + 1]
    if (!part) break
    if (part.removed && next?.added) {
      lines.push(...replaced(part.value, next.value, b, a, until))
      b += part.value.length
      a += next.value.length
      at += 1
    } else if (part.removed) for (const text of part.value) lines.push({ op: 'removed', text, before: b++ })
    else if (part.added) for (const text of part.value) lines.push({ op: 'added', text, after: a++ })
    else for (const text of part.value) lines.push({ op: 'same', text, before: b++, after: a++ })
  }
  return lines
}

function replaced(
  removed: string[],
  added: string[],
  before: number,
  after: number,
  until: number,
): DiffLine[] {
  const lines: DiffLine[] = []
  for (const [i, j] of pairLines(removed, added)) {
    const [old, fresh] = [i === undefined ? undefined : removed[i], j === undefined ? undefined : added[j]]
    if (old !== undefined && fresh !== undefined) {
      lines.push({
        op: 'changed',
        pieces: diffWords(old, fresh, until),
        before: before + (i ?? 0),
        after: after + (j ?? 0),
      })
    } else if (old !== undefined) lines.push({ op: 'removed', text: old, before: before + (i ?? 0) })
    else if (fresh !== undefined) lines.push({ op: 'added', text: fresh, after: after + (j ?? 0) })
  }
  return lines
}

/** Compares two lines word by word; past the time budget as a whole. */
export function diffWords(before: string, after: string, until = performance.now() + budget): Piece[] {
  const left = until - performance.now()
  const parts = left > 0 ? diffArrays(wordsOf(before), wordsOf(after), { timeout: left }) : undefined
  if (!parts)
    return [
      { op: 'removed', text: before },
      { op: 'added', text: after },
    ]
  return parts.map(({ value, added, removed }) => ({
    op: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }))
}

/** A line that is gone in one place and new in another, to the letter, has moved. */
function markMoves(lines: DiffLine[]): DiffLine[] {
  const removed = new Map<string, Extract<DiffLine, { op: 'removed' }>[]>()
  for (const line of lines) {
    if (line.op !== 'removed' || line.text.trim().length < shortestMove) continue
    removed.set(line.text, [...(removed.get(line.text) ?? []), line])
  }
  for (const line of lines) {
    if (line.op !== 'added') continue
    const from = removed.get(line.text)?.shift()
    if (!from) continue
    from.movedTo = line.after
    line.movedFrom = from.before
  }
  return lines
}
