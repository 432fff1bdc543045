import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { database } from '#db/client'
import { guest, type Viewer } from '#lib/auth/viewer'
import {
  byId,
  editEntry,
  expectedDocuments,
  givenEntries,
  trashEntry,
  untilDrained,
  writeAtRandom,
} from '#lib/testing/changing-entries'
import { testDatabase } from '#lib/testing/database'
import { givenEntry, givenNote } from '#lib/testing/given-entry'
import { startMeilisearch } from '#lib/testing/meilisearch'
import type { SearchEngine } from '../engine.ts'
import { EntrySearch } from '../input.ts'
import { outside } from '../meilisearch/connection.ts'
import { liveIndex } from '../meilisearch/engine.ts'
import { queueForIndexing } from '../outbox.ts'
import { searchEntries } from '../search.ts'
import { askForRebuild } from './ask-for-rebuild.ts'
import { readSearchStatus } from './queries.ts'
import { searchIsServed } from './ready.ts'
import { rebuildOutside } from './rebuild-outside.ts'
import { reconcile } from './reconcile.ts'
import { startIndexing } from './start-indexing.ts'

const admin: Viewer = { id: null, role: 'admin', name: 'Ada' }
testDatabase()

const server = await startMeilisearch()
if (server) {
  process.env.MEILI_URL = server.url
  process.env.MEILI_KEY = server.masterKey
}

let engine: SearchEngine
beforeAll(() => {
  if (server) engine = outside()!.engine
})
afterAll(() => server?.close())

let stop = async () => {}
afterEach(async () => {
  await stop()
  stop = async () => {}
})

const ask = (q: string) => searchEntries(guest, EntrySearch.parse({ q }))

async function documents(): Promise<[string, number][]> {
  const all: [string, number][] = []
  for await (const { id, version } of engine.versions()) all.push([id, version])
  return all.sort(byId)
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 2000; i++) {
    if (await isSo()) return
    await sleep(10)
  }
  throw new Error('It did not come to that.')
}

test.skipIf(!server)(
  'until the index has every entry the embedded engine answers; then Meilisearch does, and what is saved is found there',
  async () => {
    await givenEntries(30, '蓝鲸的习性')
    expect(await ask('蓝鲸')).toMatchObject({ engine: 'postgres', degraded: true, total: 30 })

    stop = await startIndexing()
    await until(async () => (await ask('蓝鲸')).engine === 'meilisearch')
    expect(await ask('蓝鲸')).toMatchObject({ degraded: false, total: 30 })

    const { id: noteId } = await givenNote()
    const took: number[] = []
    for (const name of ['alpaca', 'bobcat', 'caribou', 'dolphin', 'ermine', 'falcon', 'gazelle', 'hamster']) {
      await database().transaction(async (tx) => {
        const { id } = await givenEntry(tx, { noteId, title: `关于 ${name} 的问题` })
        await queueForIndexing(tx, [id])
      })
      const saved = performance.now()
      const found = async () => (await engine.search({ q: name, filter: { acl: ['public'] } })).total === 1
      for (let i = 0; i < 2000 && !(await found()); i++) await sleep(2)
      took.push(performance.now() - saved)
    }
    console.log(`saved to searchable: ${took.map((ms) => ms.toFixed(0)).join(', ')} ms`)
    expect(await ask('falcon')).toMatchObject({ engine: 'meilisearch', total: 1 })
    expect(await ask('flacon')).toMatchObject({ engine: 'meilisearch', correction: 'falcon', total: 1 })
  },
)

test.skipIf(!server)('what is in the trash is not shown even while the index still has it', async () => {
  stop = await startIndexing()
  const [id = ''] = await givenEntries(1, '短命的条目')
  await untilDrained()
  await stop()
  await trashEntry(id)
  expect((await engine.search({ q: '短命的条目', filter: { acl: ['public'] } })).total).toBe(1)
  expect((await ask('短命的条目')).hits).toEqual([])
  stop = await startIndexing()
  await untilDrained()
  expect((await engine.search({ q: '短命的条目', filter: { acl: ['public'] } })).total).toBe(0)
})

test.skipIf(!server)(
  'killed twice under writes it holds no wrong version and no ghost once the backlog has drained; meanwhile the embedded engine answers',
  async () => {
    const ids = await givenEntries(300, '座头鲸')
    stop = await startIndexing()
    await untilDrained()

    let isDying = true
    const write = async () => {
      while (isDying) await writeAtRandom(ids, 5)
    }
    const writing = Promise.all([write(), write(), write(), write()])
    for (let death = 0; death < 2; death++) {
      await sleep(300)
      await server?.kill()
      const began = performance.now()
      const answer = await ask('座头鲸')
      console.log(`fell back in ${(performance.now() - began).toFixed(1)} ms`)
      expect(answer).toMatchObject({ engine: 'postgres', degraded: true })
      expect(answer.total).toBeGreaterThan(100)
      expect(await searchIsServed()).toEqual({ chosen: 'meilisearch', degraded: true })
      await editEntry(ids[0] ?? '')
      expect((await readSearchStatus(admin)).pending).toBeGreaterThan(0)
      await server?.start()
    }
    isDying = false
    await writing
    await untilDrained()

    expect(await documents()).toEqual(await expectedDocuments())
    expect(await reconcile(engine)).toEqual({ lost: 0, stale: 0, ghosts: 0 })
    await until(async () => (await ask('座头鲸')).engine === 'meilisearch')
  },
  120_000,
)

test.skipIf(!server)(
  'rebuilt under writes it goes on answering and lacks nothing when the new index takes over',
  async () => {
    const ids = await givenEntries(100, '灰鲸')
    stop = await startIndexing()
    await untilDrained()
    let progress = 0

    const [count] = await Promise.all([
      rebuildOutside(engine, (done) => {
        progress = done
      }),
      writeAtRandom(ids, 60),
      ask('灰鲸').then((answer) => expect(answer.total).toBeGreaterThan(50)),
    ])
    await untilDrained()

    expect(progress).toBeGreaterThanOrEqual(100)
    expect(count).toBeGreaterThan(100)
    expect(await documents()).toEqual(await expectedDocuments())
    const status = await readSearchStatus(admin)
    expect(status).toMatchObject({ engine: 'meilisearch', ready: true, pending: 0, parked: 0, rebuild: null })
    expect(status.documents).toBe(status.entries)
  },
  120_000,
)

test.skipIf(!server)('an index that was lost is filled again, and answers only then', async () => {
  await givenEntries(20, '抹香鲸')
  stop = await startIndexing()
  await untilDrained()
  await until(async () => (await ask('抹香鲸')).engine === 'meilisearch')

  await fetch(`${server?.url}/indexes/${liveIndex}`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${server?.masterKey}` },
  })
  await until(async () => (await ask('抹香鲸')).engine === 'postgres')

  expect(await ask('抹香鲸')).toMatchObject({ degraded: true, total: 20 })
  await until(async () => {
    const answer = await ask('抹香鲸')
    expect(answer.total).toBe(20)
    return answer.engine === 'meilisearch'
  })
  expect(await documents()).toEqual(await expectedDocuments())
})

test.skipIf(!server)(
  'a rebuild that an admin asks for is made by a worker, and nobody else may ask',
  async () => {
    stop = await startIndexing()
    await untilDrained()
    const before = (await readSearchStatus(admin)).rebuiltAt?.getTime() ?? 0
    await expect(askForRebuild(guest)).rejects.toMatchObject({ code: 'forbidden' })
    await askForRebuild(admin)
    await until(async () => ((await readSearchStatus(admin)).rebuiltAt?.getTime() ?? 0) > before)
    expect(await documents()).toEqual(await expectedDocuments())
  },
)

test.skipIf(!server)('neither the environment nor the settings keep the master key', async () => {
  expect(process.env.MEILI_KEY).toBeUndefined()
  const { env } = await import('#lib/env')
  expect(JSON.stringify(env())).not.toContain(server?.masterKey)
})
