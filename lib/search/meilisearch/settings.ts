import type { Settings } from 'meilisearch'
import { squash } from '../fold.ts'
import { needOfName } from '../needs.ts'
import { listNames, synonymsOf } from '../synonyms.ts'
import { keyOf, wordsOfName } from './words.ts'

/**
 * How the index works. Slips, synonyms' names and pinyin are our own business, so the engine's typo tolerance, stop words and
 * languages stay out of it. `sort` stands first: it acts only where a request sorts, and then alone.
 */
export function indexSettings(): Settings {
  return {
    searchableAttributes: ['title', 'aliases', 'headings', 'body', 'rest', 'sound'],
    displayedAttributes: ['id', 'version', 'names', 'state'],
    filterableAttributes: [
      'spaceKey',
      'tagKeys',
      'authorKey',
      'stateKey',
      'aclKeys',
      'nameKey',
      'asked',
      'updatedAt',
    ],
    sortableAttributes: ['updatedAt', 'id'],
    rankingRules: ['sort', 'words', 'attribute', 'proximity', 'exactness', 'lightness:asc', 'updatedAt:desc'],
    typoTolerance: { enabled: false },
    localizedAttributes: [{ attributePatterns: ['*'], locales: ['eng'] }],
    synonyms: synonyms(),
    pagination: { maxTotalHits: 1000 },
    faceting: { maxValuesPerFacet: 50, sortFacetValuesBy: { '*': 'count' } },
    searchCutoffMs: 300,
  }
}

/** Every known name's sequence of words with its other names; a long one also with itself, for its key is a word of its own. */
function synonyms(): Record<string, string[]> {
  const table: Record<string, string[]> = {}
  for (const name of listNames()) {
    const words = wordsOfName(needOfName(name))
    const key = keyOf(words)
    const others = synonymsOf(squash(name)).map((other) => wordsOfName(needOfName(other)).join(' '))
    table[key] = [
      ...new Set([...others, ...(key === words.join(' ') ? [] : [words.join(' ')]), ...(table[key] ?? [])]),
    ]
  }
  return table
}
