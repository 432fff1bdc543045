import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '#db/embedded/port'
import { findPostmaster } from '#db/embedded/postmaster'
import { type Child, startChild } from '../bench/child.ts'
import { environmentOf } from '../bench/running-wiki.ts'

export type Victim = 'application' | 'database' | 'both'

/** Milliseconds in which a cycle must have ended, whatever happens. */
const patience = 120_000

/** A wiki on one port and one data directory that is killed and started again, as a supervisor of a machine would. */
export class KilledWiki {
  url = ''
  /** What signs its sessions. */
  readonly secret = randomBytes(24).toString('hex')
  #port = 0
  #child: Child | undefined

  constructor(readonly dataDir: string) {}

  async start(): Promise<void> {
    this.#port ||= await freePort()
    this.url = `http://127.0.0.1:${this.#port}`
    this.#child = startChild(process.execPath, ['bin/start.mjs', '--prepared'], {
      env: {
        ...environmentOf(this.dataDir),
        PORT: String(this.#port),
        HOST: '127.0.0.1',
        AUTH_SECRET: this.secret,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }

  /** Ends it without a word; what was the application's is started again at once, the database is the application's affair. */
  async kill(victim: Victim): Promise<void> {
    if (victim !== 'database') await this.#killApplication()
    if (victim !== 'application') killDatabase(this.dataDir)
    if (victim !== 'database') await this.start()
  }

  /** Milliseconds until it says that it is ready. Throws where it never does. */
  async ready(): Promise<number> {
    const began = performance.now()
    while (performance.now() - began < patience) {
      if (this.#child?.isOver())
        throw new Error(`The wiki gave up with code ${this.#child.process.exitCode}.`)
      const answer = await fetch(`${this.url}/api/ready`, { signal: AbortSignal.timeout(2_000) }).catch(
        () => undefined,
      )
      await answer?.arrayBuffer().catch(() => undefined)
      if (answer?.ok) return performance.now() - began
      await wait(20)
    }
    throw new Error(`The wiki was not ready within ${patience / 1_000} seconds.`)
  }

  async stop(): Promise<void> {
    await this.#child?.stop()
  }

  async #killApplication(): Promise<void> {
    const child = this.#child
    if (!child || child.isOver()) return
    const gone = new Promise((resolve) => child.process.once('exit', resolve))
    process.kill(child.pid, 'SIGKILL')
    await gone
  }
}

/** The server with all its processes, as a power cut ends them. */
function killDatabase(dataDir: string): void {
  const postmaster = findPostmaster(join(dataDir, 'postgres'))?.pid
  if (!postmaster) return
  for (const pid of [postmaster, ...childrenOf(postmaster)]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}

// Where the system does not show them, they notice by themselves that their server is gone.
function childrenOf(parent: number): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
    .map(Number)
}

function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0
  }
}
