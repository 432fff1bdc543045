import { LRUCache } from 'lru-cache'
import type { Folded } from '#lib/text/fold'
import { foldWithOrigins } from './fold.ts'
import { plainText } from './plain-text.ts'

/** One text of a hit: `markdown` is null where this process has the revision already. */
export type Read = { revision: string; markdown: string | null }
/** Texts as they read in a result, by revision. */
type Passages = Map<string, Folded>

// Of text, its folded form and the way back: about 40 MB. Whoever types on meets the same hits again and again.
const mostCharacters = 4_000_000

const kept = new LRUCache<string, Passages>({
  maxSize: mostCharacters,
  sizeCalculation: (passages) => 200 + [...passages.values()].reduce((sum, { text }) => sum + text.length, 0),
})

/** What is known of these entries' texts: a revision never changes, so it need not be read again. */
export const knownPassages = (entries: string[]): Passages =>
  new Map(entries.flatMap((entry) => [...(kept.get(entry) ?? [])]))

/** The texts of an entry as they read in a result, in the order given: from what was known before they were read, and kept for the next time. */
export function passagesOf(entry: string, texts: Read[], known: Passages): Folded[] {
  const passages = new Map(
    texts.map(({ revision, markdown }) => [
      revision,
      known.get(revision) ?? foldWithOrigins(plainText(markdown ?? '')),
    ]),
  )
  if (texts.some(({ revision }) => !known.has(revision))) kept.set(entry, passages)
  return [...passages.values()]
}
