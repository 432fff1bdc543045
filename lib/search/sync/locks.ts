import type { Sql } from 'postgres'
import { driver } from '#db/client'

// Any numbers that are ours alone.
const numbers = { delivery: 7_361_203_201, rebuild: 7_361_203_202, reconciliation: 7_361_203_203 }

/** Runs work while nothing can be swapped; gives undefined, without running it, while something is. */
export async function whileDelivering<T>(work: () => Promise<T>): Promise<T | undefined> {
  return locked(numbers.delivery, 'try_shared', work)
}

/** Waits for deliveries that are under way on any instance, and holds up new ones meanwhile. */
export async function whileNothingIsDelivered(work: () => Promise<void>): Promise<void> {
  await locked(numbers.delivery, 'wait', work)
}

/** Runs work that only one instance at a time does; undefined where another does it. */
export function alone<T>(what: 'rebuild' | 'reconciliation', work: () => Promise<T>): Promise<T | undefined> {
  return locked(numbers[what], 'try', work)
}

/** Whether any instance rebuilds just now. */
export async function rebuildIsUnderWay(): Promise<boolean> {
  const rows = await driver()`
    select 1 from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())
      and (classid::bigint << 32 | objid::bigint) = ${numbers.rebuild}`
  return rows.length > 0
}

type Way = 'try' | 'try_shared' | 'wait'

/** The lock belongs to a connection of its own, so it ends with the process at the latest. */
async function locked<T>(lock: number, way: Way, work: () => Promise<T>): Promise<T | undefined> {
  const connection = await driver().reserve()
  try {
    if (!(await take(connection, lock, way))) return undefined
    try {
      return await work()
    } finally {
      if (way === 'try_shared') await connection`select pg_advisory_unlock_shared(${lock})`
      else await connection`select pg_advisory_unlock(${lock})`
    }
  } finally {
    connection.release()
  }
}

async function take(connection: Sql, lock: number, way: Way): Promise<boolean> {
  if (way === 'wait') {
    await connection`select pg_advisory_lock(${lock})`
    return true
  }
  const [row] =
    way === 'try'
      ? await connection<{ got: boolean }[]>`select pg_try_advisory_lock(${lock}) as got`
      : await connection<{ got: boolean }[]>`select pg_try_advisory_lock_shared(${lock}) as got`
  return row?.got ?? false
}
