import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterEach, beforeAll } from 'vitest'
import { bundleUrl, makeBundles } from '../../bin/prepare/bundles.mjs'
import { copyPreparedData } from './prepared-data.ts'

/** A process that keeps the embedded database of a data directory open, to be killed by a test. */
type DatabaseProcess = {
  pid: number
  /** The application's connection string; undefined where the process gave up. */
  url: string | undefined
  /** Everything it said so far. */
  output(): string
  /** Its exit code, once a signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

const program = `
  const { openDatabase } = await import(process.argv[1])
  try {
    const database = await openDatabase(process.argv[2], console.log)
    process.on('SIGTERM', () => database.close().then(() => process.exit(0)))
    console.log('open ' + process.env.DATABASE_URL)
    setInterval(() => {}, 1000)
  } catch (error) {
    console.log('gave up: ' + error.message)
    process.exit(1)
  }`

/** Call at the top of a test file: what a test opens is closed and removed after it. */
export function databaseProcesses() {
  const cleanUp: (() => unknown)[] = []
  beforeAll(() => makeBundles(['database']))
  afterEach(async () => {
    for (const step of cleanUp.splice(0).reverse()) await step()
  })
  const freshDataDir = (parentMode = 0o755) => {
    const parent = mkdtempSync(join(tmpdir(), 'errata 数据-'))
    chmodSync(parent, parentMode)
    cleanUp.push(() => rmSync(parent, { recursive: true, force: true }))
    return join(parent, 'data')
  }
  return {
    /** A place for a data directory below a directory of the given mode; its path has a space and Chinese characters. */
    freshDataDir,
    /** The same with an empty database that was made before, and stopped. */
    preparedDataDir(): string {
      const dataDir = freshDataDir()
      mkdirSync(dataDir, { mode: 0o700 })
      copyPreparedData(dataDir)
      return dataDir
    },
    async open(dataDir: string, part: 'instance' | 'visitor' = 'instance'): Promise<DatabaseProcess> {
      const opened = await openInProcess(dataDir, part)
      cleanUp.push(() => opened.end('SIGTERM'))
      return opened
    },
  }
}

/** The rows of a query on a connection of its own, tried again while the server is away. */
export async function ask(
  url: string | undefined,
  query: string,
  tries = 1,
): Promise<Record<string, unknown>[]> {
  const sql = postgres(url ?? '', { max: 1, onnotice: () => {} })
  try {
    for (let left = tries; ; left--) {
      try {
        return [...(await sql.unsafe(query))]
      } catch (error) {
        if (left <= 1) throw error
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
    }
  } finally {
    await sql.end({ timeout: 1 })
  }
}

// Returns when the database is open or the process gave up.
async function openInProcess(dataDir: string, part: string): Promise<DatabaseProcess> {
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, bundleUrl('database'), part], {
    env: { ...env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  await decided(child, () => /open postgres|gave up/.test(output))
  return {
    pid: child.pid ?? 0,
    url: /open (postgres\S+)/.exec(output)?.[1],
    output: () => output,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
      child.kill(signal)
      await once(child, 'exit')
      return child.exitCode
    },
  }
}

async function decided(child: ChildProcess, isDecided: () => boolean): Promise<void> {
  while (!isDecided() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20))
}
