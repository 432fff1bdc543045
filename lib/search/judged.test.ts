import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database'
import { inventoryDocs } from '#lib/testing/inventory'
import { isRight, judgedQueries } from '#lib/testing/judged'
import { startMeilisearch } from '#lib/testing/meilisearch'
import type { SearchEngine } from './engine.ts'
import { connect } from './meilisearch/connection.ts'
import { inOrderOfWorth, nearTies } from './near-ties.ts'
import { postgresEngine } from './postgres/engine.ts'

testDatabase()

const docs = inventoryDocs()
const titles = new Map(docs?.map(({ id, title }) => [id, title]))
// Whatever people think of an entry, as good as by chance: it must not put aside what was asked for.
const worth = new Map(docs?.map(({ id }, at) => [id, { votes: (at * 7) % 11, asked: (at * 13) % 9 }]))
const server = docs && (await startMeilisearch())
const engines: Partial<Record<SearchEngine['kind'], SearchEngine>> = { postgres: postgresEngine() }

beforeAll(async () => {
  if (!docs) return
  await engines.postgres?.upsert(docs)
  if (!server) return
  engines.meilisearch = connect(server.url, server.masterKey, 20_000).engine
  await engines.meilisearch.ensure()
  await engines.meilisearch.upsert(docs)
})

afterAll(() => server?.close())

describe.each([
  ['postgres', Boolean(docs)],
  ['meilisearch', Boolean(server)],
] as const)('%s', (kind, isThere) => {
  async function titlesFor(q: string): Promise<string[]> {
    const { hits } = await engines[kind]!.search({ q, filter: { acl: ['public'] }, limit: 10 })
    return inOrderOfWorth(nearTies(hits), worth).map(({ id }) => titles.get(id) ?? '')
  }

  test.skipIf(!isThere)(
    'the judged queries find what they should, first and among the first five',
    async () => {
      const { queries } = judgedQueries()

      const answers = await Promise.all(
        queries.map(async (one) => ({ ...one, found: await titlesFor(one.q) })),
      )

      const wrongFirst = answers.filter(({ found, expect }) => !isRight(found[0] ?? '', expect))
      const missed = answers.filter(
        ({ found, expect }) => !found.slice(0, 5).some((title) => isRight(title, expect)),
      )
      for (const { q, found } of wrongFirst) console.log(`not first: ${q}: ${found.slice(0, 5).join(' | ')}`)
      expect(1 - wrongFirst.length / answers.length).toBeGreaterThanOrEqual(0.97)
      expect(1 - missed.length / answers.length).toBeGreaterThanOrEqual(0.98)
    },
  )

  test.skipIf(!isThere)(
    'while typing on, a first result that still holds what is typed stays first',
    async () => {
      const moved: string[] = []
      for (const { q } of judgedQueries().typed) {
        let first = ''
        for (let length = 2; length <= [...q].length; length++) {
          const typed = [...q].slice(0, length).join('')
          const [now = ''] = await titlesFor(typed)
          if (first.toLowerCase().includes(typed.toLowerCase()) && now !== first)
            moved.push(`${typed}: ${first} → ${now}`)
          first = now
        }
      }
      expect(moved).toEqual([])
    },
  )
})
