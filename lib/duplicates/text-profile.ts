import type { Concepts } from '#lib/search/concepts'
import { fold, squash } from '#lib/search/fold'
import { plainText } from '#lib/search/plain-text'
import { pairsOf, partsOf, runsOf } from '#lib/search/tokens'

/** What a text mentions, for comparing it with titles and other texts. */
export type TextProfile = {
  /** Its runs of Chinese, apart. */
  han: string
  words: Set<string>
  /** Its words and pairs of Chinese. */
  terms: Set<string>
}

/** Characters of a text that are looked at. */
export const readable = 3_000

export function profileOfText(markdown: string): TextProfile {
  const runs = runsOf(fold(plainText(markdown.slice(0, readable))))
  const words = new Set<string>()
  const terms = new Set<string>()
  for (const { kind, text } of runs) {
    if (kind === 'latin') for (const word of [squash(text), ...partsOf(text).map(squash)]) words.add(word)
    else for (const pair of pairsOf([...text])) terms.add(pair)
  }
  for (const word of words) terms.add(word)
  const han = runs.flatMap(({ kind, text }) => (kind === 'han' ? [text] : [])).join(' ')
  return { han, words, terms }
}

/** Whether a text speaks of a title's term. */
export function mentions(concepts: Concepts, text: TextProfile, term: string): boolean {
  if (term.startsWith('=')) return concepts.namesOf(term).some((name) => has(text, name))
  return has(text, term.replace(/^~/, ''))
}

const has = ({ han, words }: TextProfile, name: string): boolean =>
  /\p{Script=Han}/u.test(name) ? han.includes(name) : words.has(name)

// Less than this says nothing about what a text is about.
const fewestTerms = 8

/** How much two texts share, 0 to 1: Dice's coefficient over the smaller vocabulary's terms; 0 where one says too little. */
export function overlap(a: TextProfile, b: TextProfile): number {
  if (a.terms.size < fewestTerms || b.terms.size < fewestTerms) return 0
  let shared = 0
  for (const term of a.terms) if (b.terms.has(term)) shared++
  return (2 * shared) / (a.terms.size + b.terms.size)
}
