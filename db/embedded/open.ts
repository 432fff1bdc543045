import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '#lib/refusal'
import { requireDataDir } from './data-dir.ts'
import { initialise } from './initialise.ts'
import { stopPostmaster } from './launch.ts'
import { locate } from './location.ts'
import { boundLog } from './log.ts'
import { findPostmaster } from './postmaster.ts'
import { application, owner, requireRoles, urlOf } from './roles.ts'
import type { Part, Seat } from './seat.ts'
import { requireSecrets } from './secrets.ts'
import { refuseUnsafeSettings } from './settings.ts'
import { sitDown, superuser } from './sit-down.ts'

export type EmbeddedDatabase = {
  /** For the application's role, which cannot change what was written. */
  url: string
  /** For the role that owns the schema: migrations. */
  ownerUrl: string
  /** For supervision, and for tests that make databases. */
  superuserUrl: string
  /** Stops the server, unless another process still uses it. */
  close(): Promise<void>
  /** Tells the server to stop, whoever uses it, and does not wait. */
  endNow(): void
}

export type Supervision = {
  dataDir: string
  part: Part
  /** Hears what a person should know, a line each. */
  say: (line: string) => void
  /** Called when the data directory was lost for good: another instance has it. */
  onFatal: (error: Error) => void
}

/**
 * The embedded Postgres of a data directory: made, adopted, recovered or started as needed, and kept alive until closed.
 * When it dies it is started again on the same port, so that pools find it by themselves.
 */
export async function openEmbedded({ dataDir, part, say, onFatal }: Supervision): Promise<EmbeddedDatabase> {
  requireDataDir(dataDir)
  const secrets = requireSecrets(dataDir)
  const location = locate(dataDir)
  await initialise(location, secrets.superuser)

  let seat: Seat | undefined
  let closing = false
  let recovery = Promise.resolve()
  const sit = () => sitDown({ location, dataDir, password: secrets.superuser, part, onLost })
  const onLost = () => {
    if (closing) return
    seat = undefined
    say('The database went away; bringing it back.')
    recovery = comeBack()
  }
  const comeBack = async () => {
    for (let attempt = 0; !closing; attempt++) {
      await sleep(Math.min(100 * 2 ** attempt, 5000))
      try {
        const back = await sit()
        if (back.port !== first.port) throw new Refusal('conflict', 'The database came back on another port.')
        seat = back.seat
        return say('The database is back.')
      } catch (error) {
        if (error instanceof Refusal) return onFatal(error)
        if (attempt % 10 === 0) say(`The database is not back yet: ${(error as Error).message}`)
      }
    }
  }

  const first = await sit()
  seat = first.seat
  try {
    await refuseUnsafeSettings(seat.sql)
    await requireRoles(seat.sql, secrets)
  } catch (error) {
    await leave()
    throw error
  }
  const watch = setInterval(() => boundLog(dataDir), 60_000).unref()

  async function leave() {
    closing = true
    await recovery
    if (!(await seat?.leave().catch(() => false))) return
    await stopPostmaster(location.cluster)
    await seat?.sql.end({ timeout: 1 })
  }
  return {
    url: urlOf(application, secrets.application, first.port),
    ownerUrl: urlOf(owner, secrets.owner, first.port),
    superuserUrl: urlOf(superuser, secrets.superuser, first.port, 'postgres'),
    async close() {
      clearInterval(watch)
      await leave()
    },
    endNow() {
      const running = findPostmaster(location.cluster)
      if (running) process.kill(running.pid, 'SIGINT')
    },
  }
}
