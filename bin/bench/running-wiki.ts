import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export type RunningWiki = {
  url: string
  dataDir: string
  pid: number
  /** Milliseconds from the command to the first 200. */
  startedIn: number
  stop(): Promise<void>
}

/** Starts the wiki as a person would, on a free port and its own data, and waits for the first 200. */
export async function startWiki(
  dataDir: string,
  settings: Record<string, string> = {},
): Promise<RunningWiki> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    env: { ...process.env, ...settings, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await firstAnswer(url, child)
  const startedIn = performance.now() - began
  return { url, dataDir, pid: child.pid ?? 0, startedIn, stop: () => stop(child) }
}

export function temporaryData(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'errata-bench-'))
}

export function removeData(dataDir: string): Promise<void> {
  return rm(dataDir, { recursive: true, force: true })
}

/** Processor seconds that a process has used so far; 0 where the system does not tell (anything but Linux). */
export async function processorSeconds(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100
}

/** Resident memory of a process in MB; 0 where the system does not tell. */
export async function residentMegabytes(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmRSS:\s+(\d+)/.exec(text)?.[1] ?? 0) / 1024
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function firstAnswer(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 6_000; tries++) {
    if (child.exitCode !== null)
      throw new Error(`The wiki stopped with code ${child.exitCode} before it answered.`)
    const answer = await fetch(`${url}/`).catch(() => undefined)
    if (answer?.status === 200) return
    await wait(25)
  }
  throw new Error('The wiki did not answer within 150 seconds.')
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
