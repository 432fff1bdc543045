import type { Meilisearch } from 'meilisearch'
import { call } from './calls.ts'
import type { Named } from './likeness.ts'

/** Where one search looks: an index and a filter. */
export type Place = { client: Meilisearch; uid: string; filter: string[] }

export type Question = {
  q: string
  limit: number
  offset?: number
  sort?: string[]
  /** Beside the place's own. */
  filter?: string[]
}

export type Asked = { hits: Named[]; total: number }

/** Several questions in one request; every word must be there. */
export async function ask({ client, uid, filter }: Place, questions: Question[]): Promise<Asked[]> {
  const queries = questions.map((question) => ({
    ...question,
    indexUid: uid,
    filter: [...filter, ...(question.filter ?? [])],
    matchingStrategy: 'all' as const,
    attributesToRetrieve: ['id', 'names', 'state'],
  }))
  const { results } = await call(() => client.multiSearch<{ queries: typeof queries }, Named>({ queries }))
  return results.map(({ hits, estimatedTotalHits = 0 }) => ({ hits, total: estimatedTotalHits }))
}
