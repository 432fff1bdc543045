import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { environment } from './environment.ts'
import type { Location } from './location.ts'
import { boundLog, logOf, tailOfLog } from './log.ts'
import { freePort } from './port.ts'
import { disarmForeignLock, findPostmaster, type Postmaster } from './postmaster.ts'
import { rememberedPort, writeSettings } from './settings.ts'

const patience = 300_000
const attempts = 8

/**
 * The server of this cluster, ready for connections: adopted where one runs, started where none does, waited for where
 * one is starting, recovering or stopping. Throws with the end of the log where it does not come up.
 */
export async function requirePostmaster(location: Location, dataDir: string): Promise<Postmaster> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const running = await settled(location.cluster)
    if (running) return running
    const started = await launch(location, dataDir)
    if (started) return started
    // Orphans of a killed server hold its shared memory for a moment.
    await sleep(100 * (attempt + 1))
  }
  throw new Error(`Postgres does not start. The end of ${logOf(dataDir)}:\n${tailOfLog(dataDir)}`)
}

async function settled(cluster: string): Promise<Postmaster | undefined> {
  const deadline = Date.now() + patience
  while (Date.now() < deadline) {
    const found = findPostmaster(cluster)
    if (!found || found.ready) return found
    await sleep(20)
  }
  throw new Error(`Postgres is neither ready nor gone after ${patience / 1000} seconds.`)
}

async function launch(location: Location, dataDir: string): Promise<Postmaster | undefined> {
  const { cluster, binaries, account } = location
  disarmForeignLock(cluster)
  writeSettings(cluster, await freePort(rememberedPort(cluster)), account)
  boundLog(dataDir)
  const log = openSync(logOf(dataDir), 'a', 0o600)
  // Detached: a Ctrl-C in the terminal is for us, who stop the database after the last request.
  const child = spawn(binaries.postgres, ['-D', cluster], {
    ...account,
    cwd: '/',
    env: environment(),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  let gone = false
  child.on('error', () => (gone = true))
  child.on('exit', () => (gone = true))
  const deadline = Date.now() + patience
  while (!gone && Date.now() < deadline) {
    const found = findPostmaster(cluster)
    if (found?.ready) return found
    await sleep(15)
  }
  return undefined
}

/** Ends the server the fast way: open transactions are rolled back, everything confirmed is on disk. */
export async function stopPostmaster(cluster: string): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 10],
  ] as const) {
    const running = findPostmaster(cluster)
    if (!running) return
    process.kill(running.pid, signal)
    const deadline = Date.now() + seconds * 1000
    while (Date.now() < deadline) {
      if (findPostmaster(cluster)?.pid !== running.pid) return
      await sleep(15)
    }
  }
}
