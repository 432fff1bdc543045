import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres, { type Sql, type TransactionSql } from 'postgres'
import { env } from '#lib/env'

export type Database = PostgresJsDatabase<Record<string, never>>
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
/** Where a read looks: a transaction's own view, or the pool. */
export type Reader = Database | Transaction

type Connected = { sql: Sql; db: Database }
type Work = () => void

// One pool of each kind a process, also where a bundler loads this module more than once.
const shared = globalThis as typeof globalThis & {
  errataDatabase?: Connected
  errataCounters?: Connected
  errataSearch?: Connected
  errataCommits?: AsyncLocalStorage<Work[]>
}

/** What is to be done in this process once the transaction under way has committed, before its caller goes on; never if it does not. */
export function afterCommit(work: Work): void {
  commits().getStore()?.push(work)
}

function commits(): AsyncLocalStorage<Work[]> {
  shared.errataCommits ??= new AsyncLocalStorage()
  return shared.errataCommits
}

function connect(connections: number, settings: Record<string, string> = {}): Connected {
  const url = env().DATABASE_URL
  if (!url)
    throw new Error('DATABASE_URL is not set: start through `npm start`, or name a Postgres 15 or newer.')
  const sql = postgres(url, {
    max: connections,
    onnotice: () => {},
    // The driver's own waits grow to 20 seconds; a server that was killed is back within two.
    backoff: (retries) => Math.min(2 ** retries / 50, 1),
    connection: { application_name: 'errata', ...settings },
  })
  return { sql, db: drizzle(keepStatements(sql)) }
}

/** Statements with more values, such as those of imports, come in too many lengths to be kept. */
const mostValues = 60

/**
 * Drizzle has each statement parsed and planned anew, in a round trip of its own; here a connection keeps those it has seen, as it
 * does with the driver's own.
 */
function keepStatements<Client extends Sql | TransactionSql>(sql: Client): Client {
  const { unsafe } = sql
  sql.unsafe = (text, values = [], options) =>
    unsafe(text, values, { ...options, prepare: values.length > 0 && values.length <= mostValues })
  if ('begin' in sql) {
    const { begin } = sql
    // Drizzle calls it with the work alone.
    sql.begin = (async (work: (tx: TransactionSql) => Promise<unknown>) => {
      const waiting: Work[] = []
      const result = await begin((tx) => commits().run(waiting, () => work(keepStatements(tx))))
      for (const each of waiting) each()
      return result
    }) as Sql['begin']
  }
  return sql
}

/** The pool, connected at first use, so that importing this file needs no database. */
export function database(): Database {
  shared.errataDatabase ??= connect(10)
  return shared.errataDatabase.db
}

/** For counters of tries, of which a crash may take the last second: what is written here does not wait for the disk. */
export function counters(): Database {
  shared.errataCounters ??= connect(2, { synchronous_commit: 'off' })
  return shared.errataCounters.db
}

/** The driver beneath, for LISTEN and COPY. */
export function driver(): Sql {
  shared.errataDatabase ??= connect(10)
  return shared.errataDatabase.sql
}

/** For what is asked at every keystroke: its statements are planned once a connection, which takes as long as answering them. */
export function searchDriver(): Sql {
  shared.errataSearch ??= connect(4, { plan_cache_mode: 'force_generic_plan' })
  return shared.errataSearch.sql
}

/** Lets running statements end, then closes the pools. */
export async function closeDatabase(): Promise<void> {
  const open = [shared.errataDatabase, shared.errataCounters, shared.errataSearch]
  shared.errataDatabase = undefined
  shared.errataCounters = undefined
  shared.errataSearch = undefined
  await Promise.all(open.map((each) => each?.sql.end({ timeout: 5 })))
}
