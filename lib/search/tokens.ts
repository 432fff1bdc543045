import { fold, simplified } from './fold.ts'

/** Grows when the same text would be cut differently: documents written under older rules must be written again. */
export const tokenizerVersion = 2

/** A lexeme and its place, counted in characters of Chinese and in words of Latin. */
export type Token = { text: string; at: number }

/** A run of one script as it stands in a text: `text` is folded, `at` its offset in the folded text. */
export type Run = { kind: 'han' | 'latin'; text: string; at: number }

const longestToken = 64

const cjk = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー'
const letter = `[[\\p{L}\\p{M}\\p{N}]--[${cjk}]]`
// Latin words keep the signs that join identifiers (socket.accept, epoll_ctl, time-wait, i/o) and those that end a name (c++, c#).
const runForm = new RegExp(`(?<han>[${cjk}]+)|${letter}+(?:[._\\-+#\\/]${letter}+)*(?:\\+\\+|#)?`, 'gv')

/** The runs of a folded text, in order. */
export function runsOf(folded: string): Run[] {
  return [...folded.matchAll(runForm)].map((match) => ({
    kind: match.groups?.han ? 'han' : 'latin',
    text: match[0],
    at: match.index,
  }))
}

/** What an indexed text is found by: Chinese as pairs of neighbours and the last character of each run, identifiers whole, joined and in parts. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 1
  // Capitals inside a word mark its parts, so the runs are cut before case is lost, which Chinese has none of.
  for (const run of runsOf(simplified(text.toWellFormed().normalize('NFKC')))) {
    if (run.kind === 'han') {
      const characters = [...run.text]
      for (const pair of pairsOf(characters)) tokens.push({ text: pair, at: at++ })
      tokens.push({ text: characters.at(-1) ?? '', at: at++ })
    } else {
      for (const form of formsOf(run.text)) tokens.push({ text: form, at })
      at++
    }
  }
  return tokens
}

/** Each character with the next. */
export function pairsOf(characters: string[]): string[] {
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`)
}

function formsOf(word: string): string[] {
  const low = fold(word)
  if (isOnePart.test(word)) return low.length <= longestToken ? [low] : []
  const parts = partsOf(low)
  const humps = partsOf(fold(word.replace(hump, '-')))
  return [...new Set([low, joined(low), ...parts, ...humps])].filter((form) => form.length <= longestToken)
}

const isOnePart = /^(?:[a-z]+|[A-Z]+)$/

// socketServer, HTTPServer, utf8, mysql5
const hump = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})/gu

/** The words that joining signs hold together. */
export const partsOf = (word: string): string[] => word.split(/[._\-+#/]+/).filter(Boolean)

/** A compound without its joining signs, so that time-wait, TIME_WAIT and timewait are one; c++ and c# keep theirs. */
export const joined = (word: string): string => word.replace(/[._\-+#/]+(?=[\p{L}\p{M}\p{N}])/gu, '')
