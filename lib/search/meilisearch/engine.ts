import type { Meilisearch } from 'meilisearch'
import type { SearchDoc, SearchEngine } from '../engine.ts'
import { SearchTaskFailed } from '../failures.ts'
import type { Finder } from '../find-answer.ts'
import { call, write } from './calls.ts'
import { indexedDoc } from './document.ts'
import { rebuild } from './rebuild.ts'
import { search } from './search.ts'
import { indexSettings } from './settings.ts'

/** Each with a key that may do no more. */
export type Clients = { searching: Meilisearch; indexing: Meilisearch }

/**
 * Search in a Meilisearch server. The engine has no conditional write: of two writers of one document the later wins, so the caller sees
 * to it that a document has one writer at a time.
 */
export function meilisearchEngine(clients: Clients, mend: Finder['mend'], uid = liveIndex): SearchEngine {
  const { searching, indexing } = clients
  const index = indexing.index(uid)
  return {
    kind: 'meilisearch',
    ensure: () => ensureIndex(indexing, uid),
    async upsert(docs) {
      const newer = await withoutOlder(indexing, uid, docs)
      if (newer.length > 0) await write(indexing, () => index.addDocuments(newer.map(indexedDoc)))
    },
    async remove(ids) {
      if (ids.length > 0) await write(indexing, () => index.deleteDocuments(ids))
    },
    clear: () => write(indexing, () => index.deleteAllDocuments()),
    count: async () => (await call(() => index.getDocuments({ limit: 0 }))).total,
    versions: (batch = 1000) => listVersions(indexing, uid, batch),
    rebuild: (batches) => rebuild(indexing, uid, batches, (other) => meilisearchEngine(clients, mend, other)),
    search: (query) => search({ client: searching, uid }, mend, query),
    close: async () => {},
  }
}

// Names the form of the documents: another form fills an index of its own beside this one.
export const liveIndex = 'errata_entries_1'

/** An index that is there already is as good; settings that are the same cost nothing. */
export async function ensureIndex(indexing: Meilisearch, uid: string): Promise<void> {
  try {
    await write(indexing, () => indexing.createIndex(uid, { primaryKey: 'id' }))
  } catch (error) {
    if (!(error instanceof SearchTaskFailed && error.code === 'index_already_exists')) throw error
  }
  await write(indexing, () => indexing.index(uid).updateSettings(indexSettings()))
}

async function withoutOlder(indexing: Meilisearch, uid: string, docs: SearchDoc[]): Promise<SearchDoc[]> {
  if (docs.length === 0) return []
  const { results } = await call(() =>
    indexing
      .index(uid)
      .getDocuments<Version>({ ids: docs.map(({ id }) => id), fields, limit: docs.length, filter: [] }),
  )
  const known = new Map(results.map(({ id, version }) => [id, version]))
  return docs.filter(({ id, version }) => version >= (known.get(id) ?? 0))
}

type Version = { id: string; version: number }
const fields: ['id', 'version'] = ['id', 'version']

/** Read whole before the first is given, for the server's own order shifts while documents are written. */
async function* listVersions(indexing: Meilisearch, uid: string, limit: number): AsyncIterable<Version> {
  const known = new Map<string, Version>()
  for (let offset = 0, full = true; full; offset += limit) {
    const { results } = await call(() => indexing.index(uid).getDocuments<Version>({ fields, limit, offset }))
    for (const one of results) known.set(one.id, one)
    full = results.length === limit
  }
  yield* [...known.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
