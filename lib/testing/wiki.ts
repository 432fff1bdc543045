import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { stopPostmaster } from '#db/embedded/launch'
import { locate } from '#db/embedded/location'
import { freePort } from '#db/embedded/port'
import { copyPreparedData } from './prepared-data.ts'

const root = join(import.meta.dirname, '../..')

export type Wiki = {
  url: string
  dataDir: string
  /** What signs its sessions. */
  secret: string
  /** Everything it said so far. */
  output(): string
  /** From now on nobody reads what it says, as when a terminal is closed. */
  stopReading(): void
  /** Ends the application at once, as a power cut would. */
  kill(): Promise<void>
  /** Starts it again on the same data and port. */
  start(): Promise<void>
  stop(): Promise<void>
}

/** Environment variables; a function where they name the wiki's own address. */
export type Settings = Record<string, string> | ((url: string) => Record<string, string>)

/** Starts a wiki of one's own, built already, on empty data of its own that goes again when it stops. */
export async function startWiki(settings: Settings = {}): Promise<Wiki> {
  const { DATABASE_URL: _, ...inherited } = process.env
  const dataDir = mkdtempSync(join(tmpdir(), 'errata-wiki-'))
  copyPreparedData(dataDir)
  const port = await freePort()
  const secret = randomBytes(24).toString('hex')
  const url = `http://127.0.0.1:${port}`
  const env = {
    ...inherited,
    ERRATA_SEED: 'none',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    AUTH_SECRET: secret,
    ...(typeof settings === 'function' ? settings(url) : settings),
  }
  let child: ChildProcess | undefined
  let said = ''
  // Should the test run be ended from outside, nothing stays behind.
  process.on('exit', () => child?.kill())
  const start = async (isReady: () => boolean | Promise<boolean>) => {
    child = spawn(process.execPath, [join(root, 'bin/start.mjs'), '--prepared'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk))
    while (!(await isReady())) {
      if (child.exitCode !== null) throw new Error(`The wiki gave up:\n${said}`)
      await wait(50)
    }
  }
  await start(() => /^(?:Become the first admin|The first admin is)/m.test(said))
  return {
    url,
    dataDir,
    secret,
    output: () => said,
    stopReading() {
      child?.stdout?.destroy()
      child?.stderr?.destroy()
    },
    kill: () => end(child, 'SIGKILL'),
    start: () => start(async () => (await fetch(`${url}/api/ready`).catch(() => undefined))?.ok ?? false),
    async stop() {
      await end(child, 'SIGTERM')
      // The database of an application that was killed lives on.
      await stopPostmaster(locate(dataDir).cluster)
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function end(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
