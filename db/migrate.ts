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
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: 'errata-migrate' },
  })
  try {
    await connect(sql, url)
    await checkServer(sql)
    await sql`select pg_advisory_lock(${lock})`
    await refuseNewerSchema(sql, folder)
    await migrate(drizzle(sql), { migrationsFolder: folder })
    if (applicationRole) await grant(sql, applicationRole)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function connect(sql: postgres.Sql, url: string): Promise<void> {
  try {
    await sql`select 1`
  } catch (error) {
    const { host, pathname } = new URL(url)
    const { code, message } = error as { code?: string; message: string }
    // The password stays out of what people paste into reports.
    throw new Error(
      `The database ${pathname.slice(1)} at ${host} cannot be used: ${message}${code ? ` (${code})` : ''}. Check DATABASE_URL.`,
      { cause: error },
    )
  }
}

async function checkServer(sql: postgres.Sql): Promise<void> {
  const [server] =
    await sql`select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`
  if (server?.version < oldestServer)
    throw new Error(`Postgres 15 or newer is needed; this server is ${Math.floor(server?.version / 10_000)}.`)
  if (server?.encoding !== 'UTF8')
    throw new Error(`The database must be encoded as UTF8; this one is ${server?.encoding}.`)
}

// In one transaction: at no moment may the application do more than it should.
async function grant(sql: postgres.Sql, role: string): Promise<void> {
  await sql.begin(async (tx) => {
    for (const statement of grantStatements(role)) await tx.unsafe(statement)
  })
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
