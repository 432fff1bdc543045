import { type Token, tokensOf } from '../tokens.ts'
import { soundLexemes } from './sound.ts'
import { quote } from './tsquery.ts'

// Postgres' own bounds: positions end at 16383, a lexeme keeps 255 of them, a vector ends at 1 MB.
const lastPosition = 16_383
const mostPositions = 255
const largestVector = 900_000
// Text of different fields is never neighbouring text.
const gap = 20

type Texts = { title: string; aliases: string[]; headings: string; body: string }

/** The two vectors of a document, as Postgres reads them, and its Latin words. Text beyond a megabyte of tokens is not indexed. */
export function vectorsOf(doc: Texts): { ttsv: string; tsv: string; words: string[] } {
  const title = tokensOf(doc.title)
  const aliases = doc.aliases.map(tokensOf)
  const headings = tokensOf(doc.headings)
  const body = tokensOf(doc.body)
  const names = [title, ...aliases].flatMap((tokens) => tokens.map(({ text }) => text))
  const lexemes = new Set([...names, ...soundLexemes([doc.title, ...doc.aliases])])
  const positions = positionsOf([
    [title, 'A'],
    ...aliases.map((tokens): Field => [tokens, 'B']),
    [headings, 'B'],
    [body, 'D'],
  ])
  return {
    ttsv: [...lexemes].map(quote).join(' '),
    tsv: [...positions].map(([lexeme, at]) => `${quote(lexeme)}:${at.join(',')}`).join(' '),
    words: [...positions.keys()].filter((lexeme) => latin.test(lexeme)),
  }
}

type Field = [tokens: Token[], weight: 'A' | 'B' | 'D']

const latin = /^[a-z][a-z0-9]{2,}$/

/** Where each lexeme stands, with the weight of its field. */
function positionsOf(fields: Field[]): Map<string, string[]> {
  const positions = new Map<string, string[]>()
  let start = 0
  let size = 0
  for (const [tokens, weight] of fields) {
    for (const { text, at } of tokens) {
      const known = positions.get(text)
      size += known ? 2 : Buffer.byteLength(text) + 8
      if (size > largestVector) break
      const position = `${Math.min(start + at, lastPosition)}${weight}`
      if (!known) positions.set(text, [position])
      else if (known.length < mostPositions) known.push(position)
    }
    start += (tokens.at(-1)?.at ?? 0) + gap
  }
  return positions
}
