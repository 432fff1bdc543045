import { setImmediate as breathe } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { type Concepts, conceptsNow } from '#lib/search/concepts'
import { type Terms, termsOf, titleClausesOf } from '#lib/search/title-terms'

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
  /** Takes a question in, or as it is by now. */
  take(question: Question): void
  drop(id: string): void
}

const clauseCounts = 0.9
/** A term in more titles than this finds nobody by itself. */
const mostCommon = 400
const mostCandidates = 30
/** Titles cut into terms before others get their turn. */
const batch = 200

/** What of all titles must be at hand to find likely duplicates without comparing each with each. Synonyms must be loaded. */
export async function indexTitles(questions: Question[]): Promise<TitleIndex> {
  const concepts = conceptsNow()
  const indexed = new Map<string, Indexed>()
  const places = new Map<string, Set<string>>()
  // The usual smoothed inverse document frequency, never below zero.
  const rarity = (term: string): number => Math.log(1 + indexed.size / ((places.get(term)?.size ?? 0) + 0.5))
  const index: TitleIndex = {
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
    take(question) {
      index.drop(question.id)
      const taken = indexedOf(concepts, question)
      indexed.set(question.id, taken)
      for (const term of strongest(taken).keys()) {
        const ids = places.get(term)
        if (ids) ids.add(question.id)
        else places.set(term, new Set([question.id]))
      }
    },
    drop(id) {
      const gone = indexed.get(id)
      if (!gone) return
      indexed.delete(id)
      for (const term of strongest(gone).keys()) places.get(term)?.delete(id)
    },
  }
  for (const [at, question] of questions.entries()) {
    index.take(question)
    if (at % batch === batch - 1) await breathe()
  }
  return index
}

// Cutting a title takes far longer than looking it up, and most titles are the same the next time.
const cuts = new WeakMap<Concepts, LRUCache<string, Terms>>()

function cut(concepts: Concepts, title: string): Terms {
  const known = cuts.get(concepts) ?? new LRUCache<string, Terms>({ max: 50_000 })
  cuts.set(concepts, known)
  const terms = known.get(title) ?? termsOf(concepts, title)
  known.set(title, terms)
  return terms
}

/** A question cut into terms. */
export function indexedOf(concepts: Concepts, { id, title, aliases, section, sectionId }: Question): Indexed {
  const wordings = [
    { terms: cut(concepts, title), counts: 1 },
    ...aliases.map((alias) => ({ terms: cut(concepts, alias), counts: 1 })),
    ...titleClausesOf(title).map((clause) => ({ terms: cut(concepts, clause), counts: clauseCounts })),
  ].filter(({ terms }) => terms.size > 0)
  const context = [...cut(concepts, section)].filter(([term]) => !term.startsWith('~'))
  return { id, sectionId, wordings, section: new Map(context) }
}

function strongest({ wordings }: Indexed): Terms {
  const all: Terms = new Map()
  for (const { terms } of wordings)
    for (const [term, much] of terms) all.set(term, Math.max(much, all.get(term) ?? 0))
  return all
}
