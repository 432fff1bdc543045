import { afterAll, beforeAll, describe } from 'vitest'
import { testDatabase } from '#lib/testing/database'
import { startMeilisearch } from '#lib/testing/meilisearch'
import { searchEngineContract } from './contract.ts'
import type { SearchEngine } from './engine.ts'
import { connect } from './meilisearch/connection.ts'
import { postgresEngine } from './postgres/engine.ts'

testDatabase()

const server = await startMeilisearch()
let engine: SearchEngine

beforeAll(async () => {
  if (!server) return
  const outside = connect(server.url, server.masterKey, 20_000).engine
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
