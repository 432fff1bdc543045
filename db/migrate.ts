import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { grantStatements } from './grants.ts'

// Any number that is ours alone: every starting instance waits for the same lock.
const lock = 7_361_203_118
const oldestServer = 150_000

/**
 * Brings a database to this program's schema, one instance at a time, and lets `applicationRole` work in it.
 * Throws where the server is older than Postgres 15, not UTF-8, or has a schema newer than this program.
 */
export async function migrateDatabase(url: string, folder: string, applicationRole?: string): Promise<void> {
  const sql = postgres(url, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'errata-migrate' },
  })
  try {
    await checkServer(sql)
    await sql`select pg_advisory_lock(${lock})`
    await refuseNewerSchema(sql, folder)
    await migrate(drizzle(sql), { migrationsFolder: folder })
    if (applicationRole) for (const statement of grantStatements(applicationRole)) await sql.unsafe(statement)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function checkServer(sql: postgres.Sql): Promise<void> {
  const [server] =
    await sql`select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`
  if (server?.version < oldestServer)
    throw new Error(`Postgres 15 or newer is needed; this server is ${server?.version}.`)
  if (server?.encoding !== 'UTF8')
    throw new Error(`The database must be encoded as UTF8; this one is ${server?.encoding}.`)
}

async function refuseNewerSchema(sql: postgres.Sql, folder: string): Promise<void> {
  const journal = JSON.parse(await readFile(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { when: number }[]
  }
  const newest = Math.max(...journal.entries.map((entry) => entry.when))
  const [exists] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as yes`
  if (!exists?.yes) return
  const [applied] = await sql`select max(created_at)::float8 as newest from drizzle.__drizzle_migrations`
  if (applied?.newest > newest) {
    throw new Error(
      'The database has a newer schema than this program. Start the newer program, or restore an older backup.',
    )
  }
}
