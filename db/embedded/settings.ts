import { chownSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sql } from 'postgres'
import type { Account } from './account.ts'

/** What the server is told, besides its own defaults: safe on power loss, and modest on a machine shared with the app. */
const settings = {
  listen_addresses: "'127.0.0.1'",
  unix_socket_directories: "''",
  password_encryption: "'scram-sha-256'",
  max_connections: 60,
  shared_buffers: "'128MB'",
  effective_cache_size: "'512MB'",
  maintenance_work_mem: "'64MB'",
  work_mem: "'8MB'",
  max_wal_size: "'512MB'",
  random_page_cost: 1.1,
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  // After a crash each of 1,500 files is synced by itself otherwise, which takes ten seconds on a busy disk. Only Linux knows it.
  ...(process.platform === 'linux' && { recovery_init_sync_method: 'syncfs' }),
  log_timezone: "'UTC'",
  timezone: "'UTC'",
  // A person's text is not for the log: neither the failing statement nor its values.
  log_min_error_statement: "'panic'",
}

/** The file in the cluster that holds our settings; `postgresql.conf` includes it. */
export const settingsFile = 'errata.conf'

/** Writes the settings, so that a newer program's settings reach an older cluster. */
export function writeSettings(cluster: string, port: number, account: Account | undefined): void {
  const text = Object.entries({ port, ...settings })
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('')
  const draft = join(cluster, `${settingsFile}.new`)
  writeFileSync(draft, text, { mode: 0o600 })
  if (account) chownSync(draft, account.uid, account.gid)
  renameSync(draft, join(cluster, settingsFile))
}

/** The port this cluster was last started on. */
export function rememberedPort(cluster: string): number | undefined {
  const file = join(cluster, settingsFile)
  if (!existsSync(file)) return undefined
  const port = Number(/^port = (\d+)$/m.exec(readFileSync(file, 'utf8'))?.[1])
  return port > 0 ? port : undefined
}

/** Throws where the running server could lose or garble what it confirmed, whoever changed its settings. */
export async function refuseUnsafeSettings(sql: Sql): Promise<void> {
  const needed = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', server_encoding: 'UTF8' }
  const rows = await sql<{ name: string; setting: string }[]>`
    select name, setting from pg_settings where name in ${sql(Object.keys(needed))}`
  const wrong = rows.filter(({ name, setting }) => needed[name as keyof typeof needed] !== setting)
  if (wrong.length === 0) return
  const list = wrong.map(
    ({ name, setting }) => `${name} is ${setting}, should be ${needed[name as keyof typeof needed]}`,
  )
  throw new Error(
    `The embedded Postgres is not set up safely: ${list.join('; ')}. Undo that in postgresql.auto.conf.`,
  )
}
