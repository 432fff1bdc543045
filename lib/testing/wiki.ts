import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '#db/embedded/port'

const root = join(import.meta.dirname, '../..')

export type Wiki = {
  url: string
  dataDir: string
  /** What signs its sessions. */
  secret: string
  /** Everything it said so far. */
  output(): string
  stop(): Promise<void>
}

/** Environment variables; a function where they name the wiki's own address. */
export type Settings = Record<string, string> | ((url: string) => Record<string, string>)

/** Starts a wiki of one's own, built already, on an empty data directory that goes again when it stops. */
export async function startWiki(settings: Settings = {}): Promise<Wiki> {
  const { DATABASE_URL: _, ...inherited } = process.env
  const dataDir = mkdtempSync(join(tmpdir(), 'errata-wiki-'))
  const port = await freePort()
  const secret = randomBytes(24).toString('hex')
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [join(root, 'bin/start.mjs'), '--prepared'], {
    env: {
      ...inherited,
      ERRATA_SEED: 'none',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATA_DIR: dataDir,
      AUTH_SECRET: secret,
      ...(typeof settings === 'function' ? settings(url) : settings),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // Should the test run be ended from outside, nothing stays behind.
  process.on('exit', () => child.kill())
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  while (!/^(?:Become the first admin|The first admin is)/m.test(said)) {
    if (child.exitCode !== null) throw new Error(`The wiki gave up:\n${said}`)
    await wait(50)
  }
  return { url, dataDir, secret, output: () => said, stop: () => stop(child, dataDir) }
}

async function stop(child: ChildProcess, dataDir: string): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM')
    await gone
  }
  rmSync(dataDir, { recursive: true, force: true })
}
