import type { Named } from './likeness.ts'
import type { Searcher } from './searcher.ts'

/** Where one search looks: an index and a filter. */
export type Place = { searcher: Searcher; uid: string; filter: string[] }

export type Question = {
  q: string
  limit: number
  offset?: number
  sort?: string[]
  facets?: string[]
  /** Beside the place's own. */
  filter?: string[]
}

export type Asked = { hits: Named[]; total: number; facets: Record<string, Record<string, number>> }

/** Several questions in one request; every word must be there. */
export async function ask({ searcher, uid, filter }: Place, questions: Question[]): Promise<Asked[]> {
  const results = await searcher(
    questions.map((question) => ({
      ...question,
      indexUid: uid,
      filter: [...filter, ...(question.filter ?? [])],
      matchingStrategy: 'all',
      attributesToRetrieve: ['id', 'names', 'state'],
    })),
  )
  return results.map(({ hits, estimatedTotalHits = 0, facetDistribution = {} }) => ({
    hits,
    total: estimatedTotalHits,
    facets: facetDistribution,
  }))
}
