import { Meilisearch, MeilisearchApiError } from 'meilisearch'
import { call } from './calls.ts'
import type { Clients } from './engine.ts'
import { searcherOf } from './searcher.ts'

/** Milliseconds: whoever types gets the embedded engine's answer after this at the latest. */
const longestSearch = 600
const longestWrite = 4000

// Ids of our choosing, so that every instance means the same two keys.
const searchKey = {
  uid: '5f0c7b52-6d1e-4c55-9d0e-3a1f6f1b8a01',
  name: 'Errata: search',
  actions: ['search'],
}
const indexingKey = {
  uid: '5f0c7b52-6d1e-4c55-9d0e-3a1f6f1b8a02',
  name: 'Errata: indexing',
  actions: [
    'documents.*',
    'indexes.create',
    'indexes.get',
    'indexes.delete',
    'indexes.swap',
    'settings.update',
    'tasks.get',
  ],
}

// A compressed answer comes in two writes, and the second waits 40 ms for the acknowledgement of the first.
const uncompressed = { 'Accept-Encoding': 'identity' }

export type KeyPair = { searching: string; indexing: string }

/** The application's two keys, made with the master key where they do not exist yet. The master key serves for nothing else. */
export async function fetchKeys(url: string, masterKey: string): Promise<KeyPair> {
  const master = clientOf(url, longestWrite, masterKey)
  const [searching, indexing] = await Promise.all([obtain(master, searchKey), obtain(master, indexingKey)])
  return { searching, indexing }
}

export function clientsOf(url: string, keys: KeyPair, patience = longestSearch): Clients {
  return {
    searcher: searcherOf(url, keys.searching, patience),
    indexing: clientOf(url, longestWrite, keys.indexing),
  }
}

/** A client that nobody has to trust: it may ask whether the server is well. */
export const anyonesClient = (url: string): Meilisearch => clientOf(url, longestSearch)

const clientOf = (host: string, timeout: number, apiKey?: string): Meilisearch =>
  new Meilisearch({ host, apiKey, timeout, requestInit: { headers: uncompressed, cache: 'no-store' } })

async function obtain(master: Meilisearch, wanted: typeof searchKey): Promise<string> {
  try {
    return (await master.getKey(wanted.uid)).key
  } catch (error) {
    if (!(error instanceof MeilisearchApiError && error.response.status === 404))
      return await call(() => Promise.reject(error))
  }
  try {
    return (await master.createKey({ ...wanted, indexes: ['errata_*'], expiresAt: null })).key
  } catch (error) {
    // Another instance was quicker.
    if (error instanceof MeilisearchApiError && error.response.status === 409)
      return (await master.getKey(wanted.uid)).key
    return await call(() => Promise.reject(error))
  }
}
