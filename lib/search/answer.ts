import type { SearchEngine, SearchQuery, SearchResult } from './engine.ts'
import { isRefused, isUnavailable } from './failures.ts'
import { type Outside, outside } from './meilisearch/connection.ts'
import { postgresEngine } from './postgres/engine.ts'
import { isReady } from './sync/ready.ts'

/** `degraded`: the chosen engine is down, or its index is still being filled, and the embedded one has answered. */
export type Answered = { found: SearchResult; engine: SearchEngine['kind']; degraded: boolean }

/** Asks the search server where one is set and well, else the embedded engine, at once. */
export async function answer(query: SearchQuery): Promise<Answered> {
  const server = outside()
  const found = server && (await tryOutside(server, query))
  if (found) return { found, engine: 'meilisearch', degraded: false }
  return {
    found: await postgresEngine().search(query),
    engine: 'postgres',
    degraded: server !== undefined,
  }
}

async function tryOutside(
  { engine, circuit }: Outside,
  query: SearchQuery,
): Promise<SearchResult | undefined> {
  if (circuit.isOpen || !(await isReady())) return undefined
  try {
    const found = await engine.search(query)
    circuit.succeed()
    return found
  } catch (error) {
    if (isUnavailable(error)) circuit.trip()
    else if (isRefused(error)) console.error(error)
    else throw error
  }
}
