import { setTimeout as sleep } from 'node:timers/promises'
import postgres, { type Sql } from 'postgres'
import { Refusal } from '#lib/refusal'

/** `instance`: the one server of a data directory; `visitor`: a command beside it. */
export type Part = 'instance' | 'visitor'

/** A connection that holds locks for its process: the system drops them when the process dies, however it dies. */
export type Seat = {
  sql: Sql
  /** Gives the seat up; true where nobody else sits, so that the server may be stopped, and nobody can sit down now. */
  leave(): Promise<boolean>
}

const inUse = 736_120_301
const instance = 736_120_302

/**
 * Takes a seat at a running server: shared among all processes that use it, and for an instance the only one of its kind.
 * Undefined where the server is being stopped. Throws where another instance has the data directory.
 */
export async function takeSeat(url: string, part: Part, onLost: () => void): Promise<Seat | undefined> {
  let seated = false
  const sql = postgres(url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 5,
    onnotice: () => {},
    onclose: () => seated && onLost(),
    connection: { application_name: `errata ${part} ${process.pid}` },
  })
  try {
    const [shared] = await sql`select pg_try_advisory_lock_shared(${inUse}) as taken`
    if (shared?.taken && part === 'instance') await takeInstanceLock(sql)
    seated = Boolean(shared?.taken)
  } finally {
    if (!seated) await sql.end({ timeout: 5 })
  }
  if (!seated) return undefined
  const leave = async () => {
    seated = false
    await sql`select pg_advisory_unlock_all()`
    const [last] = await sql`select pg_try_advisory_lock(${inUse}) as alone`
    // Where it is the last one its connection stays, so that nobody sits down until the server is gone.
    if (!last?.alone) await sql.end({ timeout: 5 })
    return Boolean(last?.alone)
  }
  return { sql, leave }
}

async function takeInstanceLock(sql: Sql): Promise<void> {
  // The server may need a moment to see that a killed instance's connection is gone.
  for (let attempt = 0; attempt < 10; attempt++) {
    const [lock] = await sql`select pg_try_advisory_lock(${instance}) as taken`
    if (lock?.taken) return
    await sleep(100)
  }
  const [holder] = await sql`
    select application_name as name from pg_locks join pg_stat_activity using (pid)
    where locktype = 'advisory' and objid = ${instance} and granted`
  const pid = /\d+$/.exec(holder?.name ?? '')?.[0] ?? 'unknown'
  throw new Refusal(
    'conflict',
    `Errata already runs on this DATA_DIR (process ${pid}). Stop it first, or give this one another DATA_DIR and PORT.`,
  )
}
