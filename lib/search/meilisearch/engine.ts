import { type Meilisearch, MeilisearchApiError } from 'meilisearch'
import type { SearchDoc, SearchEngine } from '../engine.ts'
import type { Finder } from '../find-answer.ts'
import { loadSynonyms } from '../team-synonyms.ts'
import { tokenizerVersion } from '../tokens.ts'
import { call, write } from './calls.ts'
import { indexedDoc } from './document.ts'
import { ensureIndex, indexFamily, rebuild } from './indexes.ts'
import { search } from './search.ts'
import type { Searcher } from './searcher.ts'

/** Each with a key that may do no more; both as one thing to be had later, for the server may be down at first. */
export type Clients = { searcher: Searcher; indexing: Meilisearch }

const documentForm = 2
/** Names the form of the documents: a program with another form fills an index of its own, and the embedded engine answers until it is full. */
export const liveIndex = `${indexFamily}${documentForm}t${tokenizerVersion}`

/**
 * Search in a Meilisearch server; `mend` knows the words of our texts. The server has no conditional write: of two writers of one document
 * the later wins, so the caller sees to it that a document has one writer at a time. Throws SearchUnavailable, SearchTaskFailed.
 */
export function meilisearchEngine(
  clients: () => Promise<Clients>,
  mend: Finder['mend'],
  uid = liveIndex,
): SearchEngine {
  const indexing = async () => (await clients()).indexing
  return {
    kind: 'meilisearch',
    async ensure() {
      await loadSynonyms()
      await ensureIndex(await indexing(), uid)
    },
    async upsert(docs) {
      const client = await indexing()
      const newer = await withoutOlder(client, uid, docs)
      if (newer.length > 0) await write(client, () => client.index(uid).addDocuments(newer.map(indexedDoc)))
    },
    async remove(ids) {
      const client = await indexing()
      if (ids.length > 0) await write(client, () => client.index(uid).deleteDocuments(ids))
    },
    async clear() {
      const client = await indexing()
      await write(client, () => client.index(uid).deleteAllDocuments())
    },
    async count() {
      const client = await indexing()
      return call(() =>
        client
          .index(uid)
          .getDocuments({ limit: 0 })
          .then(({ total }) => total, noneWithoutIndex),
      )
    },
    async *versions(batch = 1000) {
      yield* await listVersions(await indexing(), uid, batch)
    },
    rebuild: async (batches) =>
      rebuild(await indexing(), uid, batches, (other) => meilisearchEngine(clients, mend, other)),
    search: async (query) => search({ searcher: (await clients()).searcher, uid }, mend, query),
    close: async () => {},
  }
}

function noneWithoutIndex(error: unknown): number {
  if (error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found') return 0
  throw error
}

type Version = { id: string; version: number }
const fields: ['id', 'version'] = ['id', 'version']

async function withoutOlder(client: Meilisearch, uid: string, docs: SearchDoc[]): Promise<SearchDoc[]> {
  if (docs.length === 0) return []
  const ids = docs.map(({ id }) => id)
  // Any filter sends the ids in the body: five hundred are too long for an address.
  const { results } = await call(() =>
    client.index(uid).getDocuments<Version>({ ids, fields, limit: ids.length, filter: [] }),
  )
  const known = new Map(results.map(({ id, version }) => [id, version]))
  return docs.filter(({ id, version }) => version >= (known.get(id) ?? 0))
}

/** Read whole before the first is given, for the server's own order shifts while documents are written. */
async function listVersions(client: Meilisearch, uid: string, limit: number): Promise<Version[]> {
  const known = new Map<string, Version>()
  for (let offset = 0, full = true; full; offset += limit) {
    const { results } = await call(() => client.index(uid).getDocuments<Version>({ fields, limit, offset }))
    for (const one of results) known.set(one.id, one)
    full = results.length === limit
  }
  return [...known.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
