import type { Need } from '../needs.ts'
import type { ParsedQuery } from '../query.ts'
import { nameOf } from '../small-words.ts'
import { tokensOf } from '../tokens.ts'
import { lightness } from './document.ts'

export type Named = { id: string; names: string[]; state: string }

/**
 * How the title or an alias of a hit answers to the query, by the same steps as the embedded engine; null where only its text does.
 * `sounds`: it was found by its sound.
 */
export function likeness(hit: Named, parsed: ParsedQuery, wide: Need[], sounds: boolean): number | null {
  const [title = '', ...aliases] = hit.names
  const tokens = new Set(hit.names.flatMap((name) => tokensOf(name).map((token) => token.text)))
  const step = stepOf(nameOf(title), aliases.map(nameOf), tokens, parsed, wide) ?? (sounds ? 10 : null)
  if (step === null) return null
  return step + (holdsAll(tokens, parsed.finished) ? 4 : 0) + merit(hit)
}

/** What a hit has by itself. */
export const merit = ({ names: [title = ''], state }: Named): number => -lightness(title, state) / 100

function stepOf(
  title: string,
  aliases: string[],
  tokens: Set<string>,
  parsed: ParsedQuery,
  wide: Need[],
): number | null {
  const [name = '', ...otherNames] = parsed.names
  if (title === name) return 80
  const holds = holdsAll(tokens, wide)
  if (!holds && !title.includes(name)) return null
  if (title.startsWith(name)) return 60
  if (aliases.includes(name)) return 50
  if (title.includes(name)) return 40
  if (holdsAll(tokens, parsed.literal)) return 30
  if (otherNames.includes(title)) return 22
  return 16
}

const holdsAll = (tokens: Set<string>, needs: Need[]): boolean => needs.every((need) => holds(tokens, need))

function holds(tokens: Set<string>, need: Need): boolean {
  if ('all' in need) return holdsAll(tokens, need.all)
  if ('any' in need) return need.any.some((one) => holds(tokens, one))
  if (!need.prefix) return tokens.has(need.token)
  for (const token of tokens) if (token.startsWith(need.token)) return true
  return false
}
