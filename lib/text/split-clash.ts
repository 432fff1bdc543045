import { fencedLines } from './fenced-lines.ts'
import { type Hunk, pushSame } from './hunk.ts'
import { pairLines } from './pair-lines.ts'

type Clash = Extract<Hunk, { kind: 'conflict' }>

// More than this takes too long to compare while somebody waits (about 200 ms).
const mostPieces = 40
const mostCharacters = 20_000

/**
 * Cuts one large clash where paragraphs of all three texts belong together, so that people decide on a paragraph and not on a page.
 * The parts joined are the clash: what comes of deciding all of them alike stays the same. A fence is never cut.
 */
export function splitClash(clash: Clash): Hunk[] {
  const [base, mine, theirs] = [piecesOf(clash.base), piecesOf(clash.mine), piecesOf(clash.theirs)]
  if (!canBeSplit(clash, base, mine, theirs)) return [clash]
  const own = partnersOf(base, mine)
  const other = partnersOf(base, theirs)
  const hunks: Hunk[] = []
  let from = { b: 0, m: 0, t: 0 }
  const cutAt = (to: { b: number; m: number; t: number }) => {
    const [was, ours, others] = [
      base.slice(from.b, to.b).join(''),
      mine.slice(from.m, to.m).join(''),
      theirs.slice(from.t, to.t).join(''),
    ]
    from = to
    if (ours === others) return pushSame(hunks, ours)
    hunks.push({ kind: 'conflict', base: was, mine: ours, theirs: others })
  }
  for (let b = 1; b < base.length; b++) {
    const [m, t] = [own.get(b), other.get(b)]
    if (m !== undefined && t !== undefined) cutAt({ b, m, t })
  }
  cutAt({ b: base.length, m: mine.length, t: theirs.length })
  return hunks
}

function canBeSplit({ base, mine, theirs }: Clash, ...pieces: string[][]): boolean {
  if (base.length + mine.length + theirs.length > mostCharacters) return false
  return pieces.every(({ length }) => length > 1 && length <= mostPieces)
}

/** Paragraphs with the blank lines behind them; where there are none, lines. Joined, they are the text. */
function piecesOf(text: string): string[] {
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? []
  const fenced = fencedLines(text)
  const hasParagraphs = /\n[ \t]*\n(?=[^\n])/.test(text)
  const pieces: string[] = []
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    const isFirst = before === undefined
    const isInFence = fenced.has(at + 1) && fenced.has(at)
    const begins = hasParagraphs ? before?.trim() === '' && line.trim() !== '' : true
    if (isFirst || (begins && !isInFence)) pieces.push(line)
    else pieces[pieces.length - 1] += line
  })
  return pieces
}

/** Which piece of another text each piece of the base became. */
function partnersOf(base: string[], changed: string[]): Map<number, number> {
  return new Map(
    pairLines(base, changed).flatMap(([from, to]): [number, number][] =>
      from === undefined || to === undefined ? [] : [[from, to]],
    ),
  )
}
