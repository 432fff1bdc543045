import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { stopPostmaster } from '#db/embedded/launch'
import { freePort } from '#db/embedded/port'
import { findPostmaster } from '#db/embedded/postmaster'
import { type Child, startChild } from './child.ts'
import { treeMegabytes, treeOf } from './processes.ts'
import { toUndo } from './undo.ts'

export type RunningWiki = {
  url: string
  dataDir: string
  pid: number
  /** Milliseconds from the command to the first 200. */
  startedIn: number
  stop(): Promise<void>
}

// The first start makes a database and imports the shipped notes.
const patience = 300_000

/** Starts the wiki on a free port and its own data, without the shipped notes, and waits for the first 200. */
export async function startWiki(
  dataDir: string,
  command: string[] = [process.execPath, 'bin/start.mjs'],
  settings: Record<string, string> = {},
): Promise<RunningWiki> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const [program = '', ...args] = command
  const began = performance.now()
  const child = startChild(program, args, {
    env: { ...environmentOf(dataDir), PORT: String(port), HOST: '127.0.0.1', ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await firstAnswer(url, child)
  return { url, dataDir, pid: child.pid, startedIn: performance.now() - began, stop: child.stop }
}

/** What a program of ours sees: nothing that would make it use anybody else's database, engine or port. */
export function environmentOf(dataDir: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _1, MEILI_URL: _2, MEILI_KEY: _3, PUBLIC_READ: _4, ...inherited } = process.env
  return { ...inherited, NODE_ENV: 'production', DATA_DIR: dataDir, ERRATA_SEED: 'none' }
}

/** A place for data that goes when the bench does, with the database that may still run in it. */
export async function temporaryData(): Promise<{ dataDir: string; remove(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'errata-bench-'))
  const remove = toUndo(async () => {
    const cluster = join(dataDir, 'postgres')
    if (findPostmaster(cluster)) await stopPostmaster(cluster)
    await rm(dataDir, { recursive: true, force: true })
  })
  return { dataDir, remove }
}

/** The processes that answer: the wiki's own and the database's. */
export async function answeringPids({ pid, dataDir }: RunningWiki): Promise<number[]> {
  const database = findPostmaster(join(dataDir, 'postgres'))
  return [...(await treeOf(pid)), ...(database ? await treeOf(database.pid) : [])]
}

/** Memory in MB of the database that runs on this data, all its processes together. */
export async function databaseMegabytes(dataDir: string): Promise<number> {
  const running = findPostmaster(join(dataDir, 'postgres'))
  return running ? treeMegabytes(running.pid) : 0
}

async function firstAnswer(url: string, child: Child): Promise<void> {
  const deadline = Date.now() + patience
  while (Date.now() < deadline) {
    if (child.isOver())
      throw new Error(`The wiki stopped with code ${child.process.exitCode} before it answered.`)
    const answer = await fetch(`${url}/`, { signal: AbortSignal.timeout(60_000) }).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.status === 200) return
    await wait(25)
  }
  throw new Error(`The wiki did not answer within ${patience / 1000} seconds.`)
}
