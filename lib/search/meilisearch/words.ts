import type { Need } from '../needs.ts'
import { nameOfSequence, spell } from './spelling.ts'

// The engine reads ten words of a query and keys of synonyms of three.
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
  // A word said again asks for nothing more, and costs as much as the first time.
  const all = [...new Set([...closed, ...others].map((word) => word.text))]
  if (!last) return all.length === 0 ? '' : `${thinned(all, mostWords).join(' ')} `
  return [...thinned(all, mostWords - 1), last.text].join(' ')
}

type Word = { text: string; prefix: boolean }

function flat(need: Need): Word[] {
  if ('token' in need) return [{ text: spell(need.token), prefix: need.prefix }]
  if ('all' in need) return need.all.flatMap(flat)
  const last = need.any.at(-1)
  const [first] = need.any
  if (!first || !last) return []
  // A compound by its parts: the engine joins neighbours itself. A name in its own words: the engine has the others as synonyms.
  if ('token' in first) return flat(last)
  const words = flat(first)
  return words.length > longestKey ? [{ text: keyOf(words.map(({ text }) => text)), prefix: false }] : words
}

/** Under what key the synonyms of a sequence of words stand. */
export const keyOf = (words: string[]): string =>
  words.length > longestKey ? nameOfSequence(words) : words.join(' ')

/** The words of a name that is written in the program. */
export const wordsOfName = (need: Need): string[] => flat(need).map(({ text }) => text)

/** As many words as are read, spread over all of them: of Chinese every second pair still covers every character. */
function thinned(words: string[], most: number): string[] {
  if (words.length <= most) return words
  const step = (words.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, i) => words[Math.round(i * step)] ?? '')
}
