import { fold, foldWithOrigins } from '#lib/text/fold'
import { withoutSmallWords } from './small-words.ts'
import { pairsOf, partsOf, runsOf } from './tokens.ts'

/** Pieces of a text in order; joined they are the text. */
export type Piece = { t: string; hit: boolean }
/** From, up to, in UTF-16 units of the text. */
type Range = [from: number, to: number]

/** Lights up what was searched for: Chinese by stretches of at least two characters of the query, Latin at the beginning of words. Never HTML. */
export function highlight(text: string, terms: string[]): Piece[] {
  return piecesOf(
    text,
    rangesOf(text, terms).map(([from, to]) => [from, to]),
  )
}

/** Cuts a text at ranges, which are in order and apart. */
function piecesOf(text: string, ranges: Range[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const [from, to] of ranges) {
    if (from > at) pieces.push({ t: text.slice(at, from), hit: false })
    pieces.push({ t: text.slice(from, to), hit: true })
    at = to
  }
  if (at < text.length) pieces.push({ t: text.slice(at), hit: false })
  return pieces
}

/** Where a text lights up, in order, merged where they touch; with the term that each range begins with. */
export function rangesOf(text: string, terms: string[]): [from: number, to: number, term: number][] {
  const { folded, origins } = foldWithOrigins(text)
  const found = terms.flatMap((term, index) =>
    runsOf(fold(term)).flatMap((run) =>
      (run.kind === 'han' ? chinese(folded, run.text) : latin(text, folded, origins, run.text)).map(
        ([from, to]): [number, number, number] => [origins[from] ?? 0, origins[to] ?? text.length, index],
      ),
    ),
  )
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const merged: [number, number, number][] = []
  for (const [from, to, term] of found) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to, term])
  }
  return merged
}

/** Every pair of neighbours that the run has too; touching pairs merge to the longest stretches. Small words alone do not light up. */
function chinese(folded: string, run: string): Range[] {
  const pairs = withoutSmallWords(run)
    .split(' ')
    .flatMap((piece) => ([...piece].length > 1 ? pairsOf([...piece]) : []))
  const wanted = pairs.length > 0 ? new Set(pairs) : new Set([run])
  return [...wanted].flatMap((piece) => {
    const ranges: Range[] = []
    for (let at = folded.indexOf(piece); at >= 0; at = folded.indexOf(piece, at + 1))
      ranges.push([at, at + piece.length])
    return ranges
  })
}

/** A word at the beginning of a word or of a part of one, whatever sign joins its own parts. */
function latin(text: string, folded: string, origins: number[], word: string): Range[] {
  const form = partsOf(word).map(escaped).join('[._\\-+#/\\s]{0,2}')
  if (form === '') return []
  return [...folded.matchAll(new RegExp(form, 'gu'))].flatMap((match): Range[] => {
    const begins = match.index === 0 || !wordLetter.test(folded[match.index - 1] ?? '')
    return begins || isHump(text, origins[match.index] ?? 0)
      ? [[match.index, match.index + match[0].length]]
      : []
  })
}

const wordLetter = /[\p{Script=Latin}\p{N}]/u
const escaped = (part: string): string => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
const isHump = (text: string, at: number): boolean =>
  at > 0 && /^\p{Ll}\p{Lu}$/u.test(text.slice(at - 1, at + 1))
