import type { Sql } from 'postgres'
import type { Secrets } from './secrets.ts'

const database = 'errata'
export const owner = 'errata_owner'
export const application = 'errata_app'

/** Sees to the owner, who runs migrations, the application's role, which may do no more than its work, and the database. */
export async function requireRoles(sql: Sql, secrets: Secrets): Promise<void> {
  const rows = await sql`
    select rolname as name from pg_roles where rolname in (${owner}, ${application})
    union all select datname from pg_database where datname = ${database}`
  const missing = (name: string) => !rows.some((row) => row.name === name)
  const plain = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls'
  const create = (role: string, password: string) =>
    sql.unsafe(`create role ${role} ${plain} password '${password.replaceAll("'", "''")}'`)
  if (missing(owner)) await create(owner, secrets.owner)
  if (missing(application)) await create(application, secrets.application)
  if (!missing(database)) return
  await sql.unsafe('revoke connect on database postgres, template1 from public')
  await sql.unsafe(`create database ${database} owner ${owner} template template0 encoding 'UTF8'`)
}

/** A connection string to a server on this machine. */
export function urlOf(role: string, password: string, port: number, name: string = database): string {
  return `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`
}
