import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requireImporter } from '#lib/auth/importer'
import { guest } from '#lib/auth/viewer'
import { importNote } from '#lib/notes/import-note'
import { EntrySearch } from '#lib/search/input'
import { searchEntries } from '#lib/search/search'
import { startIndexing } from '#lib/search/sync/start-indexing'
import { testDatabase } from './database.ts'
import { isRight, type Judged, judgedQueries } from './judged.ts'
import { startMeilisearch } from './meilisearch.ts'
import { moreQueries } from './more-queries.ts'
import { realNotes } from './notes.ts'

testDatabase()
const notes = realNotes()
const server = notes && (await startMeilisearch())
if (server) {
  process.env.MEILI_URL = server.url
  process.env.MEILI_KEY = server.masterKey
}

let stop = async () => {}
beforeAll(async () => {
  const importer = await requireImporter()
  for (const note of notes ?? []) await importNote(importer, note)
}, 120_000)
afterAll(async () => {
  await stop()
  await server?.close()
})

const ask = (q: string) => searchEntries(guest, EntrySearch.parse({ q, limit: 5 }))

async function judge(engine: string): Promise<void> {
  await judgeThese(engine, judgedQueries().queries, 0.97, 0.98)
  await judgeThese(engine, moreQueries, 0.96, 0.98)
}

async function judgeThese(engine: string, queries: Judged[], atFirst: number, inFive: number): Promise<void> {
  let first = 0
  let firstFive = 0
  for (const { q, expect: expected } of queries) {
    const answer = await ask(q)
    expect(answer.engine).toBe(engine)
    if (isRight(answer.hits[0]?.title ?? '', expected)) first++
    if (answer.hits.some(({ title }) => isRight(title, expected))) firstFive++
  }
  console.log(`${queries.length} judged queries on ${engine}: success@1 ${first}, success@5 ${firstFive}`)
  expect(first / queries.length).toBeGreaterThanOrEqual(atFirst)
  expect(firstFive / queries.length).toBeGreaterThanOrEqual(inFive)
}

test.skipIf(!notes)('the judged queries find what they should in the five notes as they are imported', () =>
  judge('postgres'),
)

test.skipIf(!server)('and so they do with Meilisearch, once it has every entry', async () => {
  stop = await startIndexing()
  for (let i = 0; i < 600 && (await ask('')).engine !== 'meilisearch'; i++) await sleep(50)
  await judge('meilisearch')
})
