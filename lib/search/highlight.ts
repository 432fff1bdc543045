import { type Folded, originOf } from '#lib/text/fold'
import { fold } from './fold.ts'
import { withoutSmallWords } from './small-words.ts'
import { pairsOf, partsOf, runsOf } from './tokens.ts'

/** Pieces of a text in order; joined they are the text. */
export type Piece = { t: string; hit: boolean }
/** From, up to, in UTF-16 units of the text, and which term it begins with. */
export type Lit = [from: number, to: number, term: number]

/** Lights up what was searched for: Chinese by stretches of at least two characters of the query, Latin at the beginning of words. Never HTML. */
export function highlight(folded: Folded, terms: string[]): Piece[] {
  const { text } = folded
  const pieces: Piece[] = []
  let at = 0
  for (const [from, to] of litIn(folded, terms)) {
    if (from > at) pieces.push({ t: text.slice(at, from), hit: false })
    pieces.push({ t: text.slice(from, to), hit: true })
    at = to
  }
  if (at < text.length) pieces.push({ t: text.slice(at), hit: false })
  return pieces
}

/** Where a text lights up, in order, merged where stretches touch, or where one name goes on behind the signs that join it. */
export function litIn(text: Folded, terms: string[]): Lit[] {
  const found: Lit[] = []
  for (const [term, words] of terms.entries())
    for (const find of findersOf(words))
      find(text, (from, to) => found.push([originOf(text, from), originOf(text, to), term]))
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const merged: Lit[] = []
  for (const [from, to, term] of found) {
    const last = merged.at(-1)
    const goesOn =
      last && (from <= last[1] || (term === last[2] && joins.test(text.text.slice(last[1], from))))
    if (goesOn) last[1] = Math.max(last[1], to)
    else if (to > from) merged.push([from, to, term])
  }
  return merged
}

// What stands inside a name of several words: Global Interpreter Lock, B+树.
const joins = /^[\s._\-+#/·]{1,2}$/

/** Tells every place where something stands, from and up to, in units of the folded text. */
type Find = (text: Folded, tell: (from: number, to: number) => void) => void

// The same few terms are looked for in every text of an answer, and mostly again at the next key.
const known = new Map<string, Find[]>()

function findersOf(term: string): Find[] {
  const kept = known.get(term)
  if (kept) return kept
  const finders = runsOf(fold(term)).map((run) =>
    run.kind === 'han' ? chineseOf(run.text) : latinOf(run.text),
  )
  if (known.size > 500) known.clear()
  known.set(term, finders)
  return finders
}

/** The whole run, and every pair of neighbours that it has; what touches merges to the longest stretches. Small words alone do not light up. */
function chineseOf(run: string): Find {
  const pairs = withoutSmallWords(run)
    .split(' ')
    .flatMap((piece) => pairsOf([...piece]))
  const wanted = new Set([run, ...pairs])
  return ({ folded }, tell) => {
    for (const piece of wanted)
      for (let at = folded.indexOf(piece); at >= 0; at = folded.indexOf(piece, at + 1))
        tell(at, at + piece.length)
  }
}

/** A word at the beginning of a word or of a part of one, whatever sign joins its own parts. */
function latinOf(word: string): Find {
  const form = partsOf(word).map(escaped).join('[._\\-+#/\\s]{0,2}')
  if (form === '') return () => {}
  const pattern = new RegExp(form, 'gu')
  return (text, tell) => {
    for (const { 0: found, index } of text.folded.matchAll(pattern)) {
      const begins = index === 0 || !wordLetter.test(text.folded[index - 1] ?? '')
      if (begins || isHump(text.text, originOf(text, index))) tell(index, index + found.length)
    }
  }
}

const wordLetter = /[\p{Script=Latin}\p{N}]/u
const escaped = (part: string): string => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
const isHump = (text: string, at: number): boolean =>
  at > 0 && /^\p{Ll}\p{Lu}$/u.test(text.slice(at - 1, at + 1))
