import type { Folded } from '#lib/text/fold'
import { sentencesOf } from '#lib/text/merge'
import { foldWithOrigins } from './fold.ts'
import { highlight, litIn, type Piece } from './highlight.ts'

// How far before the first hit the window may begin, where a sentence begins there.
const lead = 30
// Code points that two lines of a result hold.
const usual = 120

/** Where it begins, how many different terms it has, how long its first hit is, how many hits it has. */
type Window = { from: number; distinct: number; length: number; hits: number }

/**
 * The passage with the most different terms, then with the most of the query in one piece, about `size` code points long, with its
 * hits; the beginning of the first text where there are none.
 */
export function snippet(texts: Folded[], terms: string[], size = usual): Piece[] {
  const best = bestPassage(texts, terms, size)
  return best ? highlight(foldWithOrigins(cut(best.text.text, best.from, size)), terms) : []
}

/** The whole sentences in which that passage has its hits; the one it begins with where it has none. */
export function litSentences(texts: Folded[], terms: string[], size = usual): string[] {
  const best = bestPassage(texts, terms, size)
  if (!best) return []
  const lit = litIn(best.text, terms).filter(([from]) => from >= best.from && from < best.from + size)
  const wanted = lit.length > 0 ? lit : [[best.from, best.from + 1]]
  let at = 0
  return sentencesOf(best.text.text).filter((sentence) => {
    const begin = at
    at += sentence.length
    return wanted.some(([from = 0, to = 0]) => from < at && to > begin)
  })
}

function bestPassage(texts: Folded[], terms: string[], size: number) {
  const windows = texts.map((text) => ({ text, ...bestWindow(text, terms, size) }))
  return windows.reduce<(typeof windows)[number] | undefined>(
    (most, one) => (!most || isBetter(one, most) ? one : most),
    undefined,
  )
}

function bestWindow(text: Folded, terms: string[], size: number): Window {
  const ranges = litIn(text, terms)
  let best: Window = { from: 0, distinct: 0, length: 0, hits: 0 }
  const inside = new Map<number, number>()
  let upTo = 0
  for (const [first, [from, to, term]] of ranges.entries()) {
    for (let next = ranges[upTo]; next && next[1] <= from + size - lead; next = ranges[++upTo])
      inside.set(next[2], (inside.get(next[2]) ?? 0) + 1)
    const window = { from, distinct: inside.size, length: to - from, hits: upTo - first }
    if (isBetter(window, best)) best = window
    const left = (inside.get(term) ?? 0) - 1
    if (left > 0) inside.set(term, left)
    else inside.delete(term)
    upTo = Math.max(upTo, first + 1)
  }
  return { ...best, from: sentenceBegin(text.text, best.from) }
}

const isBetter = (one: Window, other: Window): boolean =>
  (one.distinct - other.distinct || one.length - other.length || one.hits - other.hits) > 0

/** Back to where the sentence begins if that is near, else a few characters before the hit. */
function sentenceBegin(text: string, hit: number): number {
  const from = Math.max(0, hit - lead)
  const before = text.slice(from, hit)
  const ends = sentenceEnds.map((sign) =>
    before.includes(sign) ? before.lastIndexOf(sign) + sign.length : -1,
  )
  const begin = Math.max(...ends)
  if (begin >= 0) return from + begin
  return from === 0 ? 0 : hit - 10
}

const sentenceEnds = ['。', '！', '？', '；', '\n', '. ']

/** At most `size` code points, none cut in half, white space as single spaces, with … where something was left out. */
function cut(text: string, from: number, size: number): string {
  const start = isLowSurrogate(text, from) ? from - 1 : from
  let end = start
  for (let left = size; left > 0 && end < text.length; left--)
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1
  const window = text.slice(start, end)
  const shown = window.replace(/\s+/g, ' ').trim()
  if (shown === '') return ''
  return `${start > 0 ? '…' : ''}${shown}${end < text.trimEnd().length ? '…' : ''}`
}

const isLowSurrogate = (text: string, at: number): boolean => /^[\udc00-\udfff]/.test(text.slice(at, at + 1))
