import type { Need } from '../needs.ts'
import { nameOfSequence, overlap, spell } from './spelling.ts'

// The engine reads ten words or phrases of a query and keys of synonyms of three.
const mostWords = 10
const longestKey = 3

/** Needs as the text of a query: all its words must be there, the last one by its beginning unless a space follows. */
export function textOf(needs: Need[]): string {
  const words = needs.flatMap(flat)
  const open = words.filter((word) => word.prefix)
  const closed = words.filter((word) => !word.prefix)
  // Only the last word can be a beginning: a single Chinese character needs that more than a word that may be finished.
  const [last, ...others] = open.sort(
    (a, b) => Number(b.text.startsWith('z')) - Number(a.text.startsWith('z')),
  )
  // What is said again asks for nothing more, and costs as much as the first time.
  const all = [...new Set([...phrasesOf(closed), ...others.map((word) => word.text)])]
  if (!last) return all.length === 0 ? '' : `${thinned(all, mostWords).join(' ')} `
  return [...thinned(all, mostWords - 1), last.text].join(' ')
}

type Word = { text: string; prefix: boolean; goesOn?: boolean }

/** Chinese pairs that go on one from the other, as a phrase: that is what was typed, and the engine finds it several times faster than each pair. */
function phrasesOf(words: Word[]): string[] {
  const phrases: string[][] = []
  for (const { text, goesOn } of words) {
    const phrase = phrases.at(-1)
    const before = phrase?.at(-1)
    // What stood between may have been left out.
    if (goesOn && before && overlap(before, text)) phrase?.push(text)
    else phrases.push([text])
  }
  return phrases.map((phrase) => (phrase.length > 1 ? `"${phrase.join(' ')}"` : phrase.join('')))
}

function flat(need: Need): Word[] {
  if ('token' in need) return [{ ...need, text: spell(need.token) }]
  if ('all' in need) return need.all.flatMap(flat)
  const last = need.any.at(-1)
  const [first] = need.any
  if (!first || !last) return []
  // A compound by its parts: the engine joins neighbours itself. A name in its own words: the engine has the others as synonyms, but not of a phrase.
  if ('token' in first) return flat(last)
  const words = flat(first).map(({ text, prefix }) => ({ text, prefix }))
  return words.length > longestKey ? [{ text: keyOf(words.map(({ text }) => text)), prefix: false }] : words
}

/** Under what key the synonyms of a sequence of words stand. */
export const keyOf = (words: string[]): string =>
  words.length > longestKey ? nameOfSequence(words) : words.join(' ')

/** The words of a name that is written in the program. */
export const wordsOfName = (need: Need): string[] => flat(need).map(({ text }) => text)

/** As many as are read, spread over all of them. */
function thinned(words: string[], most: number): string[] {
  if (words.length <= most) return words
  const step = (words.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, i) => words[Math.round(i * step)] ?? '')
}
