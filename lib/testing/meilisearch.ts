import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, chownSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Account, databaseAccount, may } from '#db/embedded/account'
import { freePort } from '#db/embedded/port'
import { meilisearchProgram } from './meilisearch-program.ts'

export type MeilisearchServer = {
  url: string
  masterKey: string
  /** Of the process that runs now. */
  pid(): number
  /** Ends it as a power cut would (SIGKILL). */
  kill(): Promise<void>
  /** Starts it again on the same data and port; resolves when it answers. */
  start(): Promise<void>
  /** Ends it and removes its data. */
  close(): Promise<void>
}

const longestStart = 120_000

/**
 * A real Meilisearch of the caller's own: an unprivileged process on loopback with a random master key and throw-away data. Undefined
 * where it cannot run, after printing why: skip the tests that need it.
 */
export async function startMeilisearch(): Promise<MeilisearchServer | undefined> {
  const program = meilisearchProgram()
  if ('missing' in program) {
    console.log(`Skipped where a real Meilisearch is needed: ${program.missing}`)
    return undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'errata-meilisearch-'))
  const account = databaseAccount(folder)
  const place = { folder, port: await freePort(), masterKey: randomBytes(24).toString('base64url') }
  const reachable = shelter(program.path, folder, account)
  let child = launch(reachable, place, account)
  // It must not outlive a run that ends in the middle.
  process.once('exit', () => child.kill('SIGKILL'))
  await answers(child, place.port)
  return {
    url: `http://127.0.0.1:${place.port}`,
    masterKey: place.masterKey,
    pid: () => child.pid ?? 0,
    kill: () => end(child, 'SIGKILL'),
    async start() {
      child = launch(reachable, place, account)
      await answers(child, place.port)
    },
    async close() {
      await end(child, 'SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Where the account may run it: in place, or as a copy beside its data when the checkout is closed to others. */
function shelter(program: string, folder: string, account: Account | undefined): string {
  if (!account) return program
  chownSync(folder, account.uid, account.gid)
  if (may(account, 'test -x "$1"', program)) return program
  const copy = join(folder, 'meilisearch')
  copyFileSync(program, copy)
  chmodSync(copy, 0o755)
  return copy
}

// Of a large machine's memory it clears gigabytes before it writes one document: seconds, where this takes a tenth of one.
const frugal = ['--max-indexing-memory', '64MiB', '--max-indexing-threads', '1']

type Place = { folder: string; port: number; masterKey: string }

function launch(program: string, { folder, port, masterKey }: Place, account?: Account): ChildProcess {
  const options = ['--no-analytics', '--env', 'production', '--log-level', 'ERROR', ...frugal]
  const places = ['--http-addr', `127.0.0.1:${port}`, '--db-path', join(folder, 'data')]
  const env = { NODE_ENV: process.env.NODE_ENV, MEILI_MASTER_KEY: masterKey }
  return spawn(program, [...options, ...places], { cwd: folder, env, stdio: 'ignore', ...account })
}

async function answers(child: ChildProcess, port: number): Promise<void> {
  const until = Date.now() + longestStart
  while (Date.now() < until && child.exitCode === null) {
    const response = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined)
    if (response?.ok) return
    await sleep(20)
  }
  child.kill('SIGKILL')
  throw new Error('Meilisearch did not start.')
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}
