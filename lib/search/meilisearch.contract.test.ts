import { afterAll, beforeAll, describe } from 'vitest'
import { driver } from '#db/client'
import { testDatabase } from '#lib/testing/database'
import { startMeilisearch } from '#lib/testing/meilisearch'
import { searchEngineContract } from './contract.ts'
import type { SearchEngine } from './engine.ts'
import { meilisearchEngine } from './meilisearch/engine.ts'
import { clientsOf, fetchKeys } from './meilisearch/keys.ts'
import { postgresEngine } from './postgres/engine.ts'
import { mend } from './postgres/mend.ts'

testDatabase()

const server = await startMeilisearch()
let engine: SearchEngine

beforeAll(async () => {
  if (!server) return
  const clients = clientsOf(server.url, await fetchKeys(server.url, server.masterKey))
  const outside = meilisearchEngine(clients, (parsed) => mend(driver(), parsed))
  const embedded = postgresEngine()
  // As in production: the embedded engine has every document too, and the words by which slips are mended.
  engine = {
    ...outside,
    async upsert(docs) {
      await embedded.upsert(docs)
      await outside.upsert(docs)
    },
  }
})

afterAll(() => server?.close())

describe.skipIf(!server)('Meilisearch', () => searchEngineContract(() => engine))
