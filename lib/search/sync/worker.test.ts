import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { database } from '#db/client'
import { searchOutbox } from '#db/schema/search'
import type { Viewer } from '#lib/auth/viewer'
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
import { type Unreliable, unreliableEngine } from '#lib/testing/unreliable-engine'
import { Circuit } from '../circuit.ts'
import { markDirty } from '../dirty-set.ts'
import { queueForIndexing } from '../outbox.ts'
import { readSearchStatus } from './queries.ts'
import { rebuildIndex } from './rebuild.ts'
import { reconcile } from './reconcile.ts'
import { startWorker } from './worker.ts'

const admin: Viewer = { id: null, role: 'admin', name: '' }

testDatabase()

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()))
})

async function work(engine: Unreliable): Promise<() => Promise<void>> {
  const stop = await startWorker({ engine, circuit: new Circuit(async () => !engine.isDown, 5) })
  stops.push(stop)
  return stop
}

const held = (engine: Unreliable) => [...engine.documents].sort(byId)
const dirty = () => database().select().from(searchOutbox)

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 1000 && !(await isSo()); i++) await sleep(10)
  if (!(await isSo())) throw new Error('It did not come to that.')
}

test('three workers and four writers, a tenth of the requests refused and a tenth of the answers lost: the index equals the table', async () => {
  const ids = await givenEntries(40)
  const engine = unreliableEngine()
  engine.refusals = 0.1
  engine.losses = 0.1
  engine.duringWork = () => sleep(Math.random() * 5)
  for (let i = 0; i < 3; i++) await work(engine)

  await Promise.all(Array.from({ length: 4 }, () => writeAtRandom(ids, 150)))
  await untilDrained()

  expect(held(engine)).toEqual(await expectedDocuments())
}, 60_000)

test('two hundred edits of one entry while the engine is down are one row, and it is delivered when the engine is back', async () => {
  const [id = ''] = await givenEntries(1)
  const engine = unreliableEngine()
  engine.isDown = true
  await work(engine)

  for (let i = 0; i < 200; i++) await editEntry(id)

  expect((await dirty()).filter((row) => row.entryId === id)).toHaveLength(1)
  engine.isDown = false
  await untilDrained()
  expect(engine.documents.get(id)).toBe(201)
})

test('what is saved during its delivery is delivered again', async () => {
  const [id = ''] = await givenEntries(1)
  const engine = unreliableEngine()
  let saved = false
  engine.duringWork = async () => {
    if (saved) return
    saved = true
    await editEntry(id)
  }
  await work(engine)
  await untilDrained()
  expect(saved).toBe(true)
  expect(held(engine)).toEqual(await expectedDocuments())
})

test('a save that is still open when its delivery ends is delivered when it commits, not when the lease ends', async () => {
  const [id = ''] = await givenEntries(1)
  const engine = unreliableEngine()
  let saving: Promise<void> | undefined
  engine.duringWork = async () => {
    // The row is changed while it is being delivered, and stays locked beyond the end of the delivery.
    saving ??= database().transaction(async (tx) => {
      await queueForIndexing(tx, [id])
      await sleep(300)
    })
    await sleep(100)
  }
  await work(engine)
  await until(() => engine.documents.has(id))
  await saving
  await untilDrained()
  expect(engine.sent.get(id)).toBe(2)
})

test('one document that the engine refuses does not hold up the others; it is put off, then parked, and an edit gives it another chance', async () => {
  const ids = await givenEntries(30)
  const bad = ids[17] ?? ''
  const engine = unreliableEngine()
  engine.poison.add(bad)
  await work(engine)

  await until(() => engine.documents.size === ids.length - 1 + heldBefore(engine, ids))
  const row = async () => (await dirty()).find(({ entryId }) => entryId === bad)
  await until(async () => ((await row())?.attempts ?? 0) > 0)
  expect((await row())?.problem).toContain('not to the taste')

  for (let attempt = 1; attempt < 8; attempt++) {
    await database().update(searchOutbox).set({ nextAt: new Date() }).where(eq(searchOutbox.entryId, bad))
    await markDirtyElsewhere()
    await until(async () => (await row())?.attempts === attempt + 1)
  }
  expect((await row())?.attempts).toBe(8)
  const status = await readSearchStatus(admin)
  expect(status.engine).toBe('postgres')

  engine.poison.clear()
  await editEntry(bad)
  await until(() => engine.documents.has(bad))
})

/** Documents of other tests' entries. */
const heldBefore = (engine: Unreliable, ids: string[]) =>
  [...engine.documents.keys()].filter((id) => !ids.includes(id)).length

/** Wakes the worker with a change that concerns nobody. */
const markDirtyElsewhere = () => markDirty(database(), ['01900000-0000-7000-8000-00000000beef'])

test('reconciling finds what is lost, what is stale or ahead, and what has no entry any more', async () => {
  const ids = await givenEntries(6)
  const engine = unreliableEngine()
  const stop = await work(engine)
  await untilDrained()
  await stop()
  const [lost = '', stale = '', ahead = ''] = ids
  engine.documents.delete(lost)
  engine.documents.set(stale, 0)
  engine.documents.set(ahead, 99)
  engine.documents.set('01900000-0000-7000-8000-00000000dead', 3)

  expect(await reconcile(engine)).toEqual({ lost: 1, stale: 2, ghosts: 1 })
  await work(engine)
  await untilDrained()

  expect(held(engine)).toEqual(await expectedDocuments())
  expect(await reconcile(engine)).toEqual({ lost: 0, stale: 0, ghosts: 0 })
})

test('a rebuild under writes takes over with nothing missing, nothing old and nothing that has gone', async () => {
  const ids = await givenEntries(300)
  const engine = unreliableEngine()
  engine.duringWork = () => sleep(5)
  await work(engine)
  await untilDrained()
  const old = engine.documents
  engine.documents.set('01900000-0000-7000-8000-00000000dead', 3)

  const [count] = await Promise.all([
    rebuildIndex(engine),
    writeAtRandom(ids.slice(0, 150), 120),
    trashEntry(ids[299] ?? ''),
  ])
  await untilDrained()

  expect(count).toBeGreaterThan(200)
  expect(engine.documents).not.toBe(old)
  expect(held(engine)).toEqual(await expectedDocuments())
}, 60_000)

test('only one of two rebuilds at the same time is carried out', async () => {
  const engine = unreliableEngine()
  engine.duringWork = () => sleep(50)
  await givenEntries(3)
  const counts = await Promise.all([rebuildIndex(engine), rebuildIndex(engine)])
  expect(counts.filter((count) => count === undefined)).toHaveLength(1)
})
