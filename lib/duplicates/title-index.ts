import { type Concepts, conceptsNow } from './concepts.ts'
import { clausesOf, type Terms, termsOf } from './title-terms.ts'

/** A question as it is compared with others. */
export type Question = {
  id: string
  title: string
  aliases: string[]
  /** The title of the section it stands in, and what tells that section from all others. */
  section: string
  sectionId: string
}

export type Indexed = {
  id: string
  sectionId: string
  /** The title first, then its clauses and aliases, each with how much a match of it counts. */
  wordings: { terms: Terms; counts: number }[]
  section: Terms
}

export type TitleIndex = {
  concepts: Concepts
  questions: Map<string, Indexed>
  /** How much a term tells one question from another: the rarer, the more. */
  rarity(term: string): number
  /** Questions that share the most telling terms with this one, the likeliest first. */
  near(question: Indexed): Indexed[]
}

const clauseCounts = 0.9
/** A term in more titles than this finds nobody by itself. */
const mostCommon = 400
const mostCandidates = 60

/** What of all titles must be at hand to find likely duplicates without comparing each with each. Synonyms must be loaded. */
export function indexTitles(questions: Question[]): TitleIndex {
  const concepts = conceptsNow()
  const indexed = new Map(questions.map((question) => [question.id, indexedOf(concepts, question)]))
  const places = new Map<string, Set<string>>()
  for (const { id, wordings } of indexed.values())
    for (const term of new Set(wordings.flatMap(({ terms }) => [...terms.keys()]))) {
      const ids = places.get(term)
      if (ids) ids.add(id)
      else places.set(term, new Set([id]))
    }
  // The usual smoothed inverse document frequency, never below zero.
  const rarity = (term: string): number => Math.log(1 + indexed.size / ((places.get(term)?.size ?? 0) + 0.5))
  return {
    concepts,
    questions: indexed,
    rarity,
    near(question) {
      const found = new Map<string, number>()
      for (const [term, much] of strongest(question)) {
        const ids = places.get(term)
        if (term.startsWith('~') || !ids || ids.size > mostCommon) continue
        for (const id of ids)
          if (id !== question.id) found.set(id, (found.get(id) ?? 0) + much * rarity(term))
      }
      return [...found]
        .sort(([a, much], [b, more]) => more - much || (a < b ? -1 : 1))
        .slice(0, mostCandidates)
        .flatMap(([id]) => indexed.get(id) ?? [])
    },
  }
}

function indexedOf(concepts: Concepts, { id, title, aliases, section, sectionId }: Question): Indexed {
  const wordings = [
    { terms: termsOf(concepts, title), counts: 1 },
    ...aliases.map((alias) => ({ terms: termsOf(concepts, alias), counts: 1 })),
    ...clausesOf(title).map((clause) => ({ terms: termsOf(concepts, clause), counts: clauseCounts })),
  ].filter(({ terms }) => terms.size > 0)
  const context = [...termsOf(concepts, section)].filter(([term]) => !term.startsWith('~'))
  return { id, sectionId, wordings, section: new Map(context) }
}

function strongest({ wordings }: Indexed): Terms {
  const all: Terms = new Map()
  for (const { terms } of wordings)
    for (const [term, much] of terms) all.set(term, Math.max(much, all.get(term) ?? 0))
  return all
}
