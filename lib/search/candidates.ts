import { answer } from './answer.ts'
import { fold } from './fold.ts'
import { withoutSmallWords } from './small-words.ts'
import { loadSynonyms } from './team-synonyms.ts'
import { runsOf, tokensOf } from './tokens.ts'

const mostQueries = 5
const hitsEach = 12

/** The ids of entries that may be about the same thing, found by the engine with the words of a title and with tags. */
export async function findCandidates(title: string, tags: string[] = []): Promise<string[]> {
  await loadSynonyms()
  const found = await Promise.all(queriesOf(title, tags).map(ask))
  return [...new Set(found.flat())]
}

/** The whole title, then each stretch of one script in it, longest first, then the tags: our question itself has all its words, so the title alone would find little else. */
function queriesOf(title: string, tags: string[]): string[] {
  const core = withoutSmallWords(title)
  const runs = runsOf(fold(core))
    .map(({ text }) => text)
    .filter((text) => text.length > 1)
    .sort((a, b) => b.length - a.length)
  return [...new Set([core, ...runs, ...tags].filter((text) => text !== ''))].slice(0, mostQueries)
}

async function ask(q: string): Promise<string[]> {
  // The space ends the last word: nothing here is unfinished.
  const { found } = await answer({ q: `${q} `, limit: hitsEach, total: false, filter: { acl: ['public'] } })
  return found.hits.map(({ id }) => id)
}

/** Pairs of Chinese and whole words; a single character says too little. */
export const namesIn = (title: string): Set<string> =>
  new Set(
    tokensOf(withoutSmallWords(title))
      .map(({ text }) => text)
      .filter((text) => [...text].length > 1),
  )

/** How much two titles have in common, 0 to 1: Dice's coefficient of their names. */
export function likeness(ours: Set<string>, theirs: Set<string>): number {
  if (ours.size + theirs.size === 0) return 0
  const shared = [...ours].filter((name) => theirs.has(name)).length
  return (2 * shared) / (ours.size + theirs.size)
}
