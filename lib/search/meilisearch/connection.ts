import { searchDriver } from '#db/client'
import { env, takeMeiliKey } from '#lib/env'
import { Circuit } from '../circuit.ts'
import type { SearchEngine } from '../engine.ts'
import { mend } from '../postgres/mend.ts'
import { type Clients, meilisearchEngine } from './engine.ts'
import { anyonesClient, clientsOf, fetchKeys, type KeyPair } from './keys.ts'

export type Outside = { engine: SearchEngine; circuit: Circuit }

// One connection a process, also where a bundler loads this module more than once: the master key can be taken only once.
const shared = globalThis as typeof globalThis & { errataMeilisearch?: Outside }

/** The search server of MEILI_URL; undefined where none is set. Throws where MEILI_KEY is missing. */
export function outside(): Outside | undefined {
  const url = env().MEILI_URL
  if (!url) return undefined
  shared.errataMeilisearch ??= connect(url, takeMeiliKey())
  return shared.errataMeilisearch
}

/**
 * Connects to a server with its master key, which is forgotten as soon as the application's own keys are made with it. `patience`:
 * milliseconds that a search may take, where nobody waits for it.
 */
export function connect(url: string, masterKey: string | undefined, patience?: number): Outside {
  if (!masterKey) throw new Error('MEILI_URL needs MEILI_KEY, the master key of that server.')
  const anyone = anyonesClient(url)
  return {
    engine: meilisearchEngine(lazyClients(url, masterKey, patience), (parsed) =>
      mend(searchDriver(), parsed),
    ),
    circuit: new Circuit(() => anyone.isHealthy()),
  }
}

function lazyClients(url: string, key: string, patience?: number): () => Promise<Clients> {
  let masterKey: string | undefined = key
  let clients: Clients | undefined
  let fetching: Promise<KeyPair> | undefined
  return async () => {
    if (clients) return clients
    try {
      fetching ??= fetchKeys(url, masterKey ?? '')
      clients ??= clientsOf(url, await fetching, patience)
      masterKey = undefined
      return clients
    } finally {
      fetching = undefined
    }
  }
}
