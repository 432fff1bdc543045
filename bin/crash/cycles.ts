import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { stopPostmaster } from '#db/embedded/launch'
import { openWikiDatabase } from '#lib/testing/wiki-people'
import { toUndo } from '../bench/undo.ts'
import type { Step } from '../step.ts'
import { check, type Faults } from './check.ts'
import { Client, type Counts } from './client.ts'
import { givenAnswers, givenEditors } from './given.ts'
import { Journal } from './journal.ts'
import { findUnseen } from './seen.ts'
import { KilledWiki, type Victim } from './wiki.ts'

export type Wanted = { cycles: number; clients: number; readyWithin: number; seed: number }
/** `readyIn` and `answeredIn` count milliseconds from the kill: until the wiki said that it is ready, until the next save was answered. */
export type Cycle = { victim: Victim; readyIn: number; answeredIn: number }
export type CrashResults = {
  cycles: Cycle[]
  faults: Faults
  counts: Counts
  acknowledged: number
  kept: number
}

const peopleEach = 4
const clientsPerSharedText = 4
/** Milliseconds of writing before a kill. */
const [shortest, longest] = [200, 1_500]

/** Kills a wiki again and again under writing clients; everything acknowledged is looked up each time. */
export async function runCycles({ cycles, clients: count, seed }: Wanted, step: Step): Promise<CrashResults> {
  const folder = await mkdtemp(join(tmpdir(), 'errata-crash-'))
  const wiki = new KilledWiki(join(folder, 'data'))
  const remove = toUndo(async () => {
    await stopPostmaster(join(wiki.dataDir, 'postgres'))
    await rm(folder, { recursive: true, force: true })
  })
  await step('Starting on an empty directory', async () => {
    await wiki.start()
    await wiki.ready()
  })
  const { clients, textIds, journals } = await step('Clients and texts', () => prepare(wiki, folder, count))
  const running = clients.map((client) => client.run())
  const random = randomFrom(seed)
  const done: Cycle[] = []
  let checked: Awaited<ReturnType<typeof lookUp>> | undefined
  for (let at = 1; at <= cycles; at++) {
    await wait(shortest + random() * (longest - shortest))
    const victim = (['application', 'database', 'both'] as const)[Math.floor(random() * 3)] ?? 'both'
    const cycle = await step(`Cycle ${at} of ${cycles}: ${victim}`, () => runCycle(wiki, victim, clients))
    done.push(cycle)
    checked = await lookUp(wiki, textIds, journals)
    if (Object.values(faultsOf(checked)).some(({ length }) => length > 0)) break
  }
  for (const client of clients) client.stop()
  await Promise.all(running)
  const { kept, acknowledged, ...faults } = await lookUp(wiki, textIds, journals)
  await wiki.stop()
  await remove()
  return { cycles: done, faults, counts: sumOf(clients), acknowledged, kept }
}

async function prepare(wiki: KilledWiki, folder: string, count: number) {
  const sql = openWikiDatabase(wiki.dataDir)
  const shared = Math.ceil(count / clientsPerSharedText)
  const texts = await givenAnswers(wiki.dataDir, sql, count + shared)
  const people = await givenEditors(sql, count * peopleEach, wiki.secret)
  await sql.end()
  const journals = Array.from({ length: count }, (_, at) => new Journal(join(folder, 'journals'), at))
  const clients = journals.map((journal, at) => {
    const [own, common] = [texts[at], texts[count + (at % shared)]]
    const mine = [own, common].flatMap((text) => (text ? [{ ...text, head: { ...text.head } }] : []))
    return new Client(
      `写作者 ${at}`,
      wiki.url,
      people.slice(at * peopleEach, (at + 1) * peopleEach),
      mine,
      journal,
    )
  })
  return { clients, journals, textIds: texts.map(({ id }) => id) }
}

async function runCycle(wiki: KilledWiki, victim: Victim, clients: Client[]): Promise<Cycle> {
  await wiki.kill(victim)
  const began = performance.now()
  const answered = new Promise<number>((resolve) => {
    for (const client of clients)
      client.onAnswer = (sentAt) => (sentAt > began ? resolve(performance.now() - began) : undefined)
  })
  // A database that just died still counts as there for a moment.
  if (victim === 'database') await answered
  const readyIn = await wiki.ready()
  return {
    victim,
    readyIn: victim === 'database' ? performance.now() - began : readyIn,
    answeredIn: await answered,
  }
}

async function lookUp(wiki: KilledWiki, textIds: string[], journals: Journal[]) {
  // Read first: what comes in meanwhile is looked up the next time.
  const told = journals.flatMap((journal) => journal.read())
  const sql = openWikiDatabase(wiki.dataDir)
  try {
    const unseen = await findUnseen(sql, wiki.url, textIds[told.length % textIds.length])
    return { ...(await check(sql, textIds, told)), unseen, acknowledged: told.length }
  } finally {
    await sql.end()
  }
}

const faultsOf = ({ lost, doubled, broken, incomplete, unseen }: Faults): Faults => ({
  unseen,
  lost,
  doubled,
  broken,
  incomplete,
})

function sumOf(clients: Client[]): Counts {
  const sum: Counts = { saved: 0, merged: 0, conflicts: 0, unanswered: 0, again: 0, refused: 0 }
  for (const { counts } of clients)
    for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += counts[key] // its own keys
  return sum
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
