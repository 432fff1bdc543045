import { LRUCache } from 'lru-cache'
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
  const { title, aliases, tokens } = readingOf(hit)
  const step = stepOf(title, aliases, tokens, parsed, wide) ?? (sounds ? 10 : null)
  if (step === null) return null
  return step + (holdsAll(tokens, parsed.finished) ? 4 : 0) + merit(hit)
}

/** What a hit has by itself. */
export const merit = (hit: Named): number => -lightness(readingOf(hit).title, hit.state) / 100

/** Title and aliases as they are compared. */
type Reading = { title: string; aliases: string[]; tokens: Set<string> }

// About 10 MB. Whoever types on meets the same names again and again.
const kept = new LRUCache<string, Reading>({ max: 5_000 })

function readingOf({ names }: Named): Reading {
  const key = names.join('\n')
  const known = kept.get(key)
  if (known) return known
  const [title = '', ...aliases] = names.map(nameOf)
  const tokens = new Set(names.flatMap((name) => tokensOf(name).map((token) => token.text)))
  const reading = { title, aliases, tokens }
  kept.set(key, reading)
  return reading
}

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
