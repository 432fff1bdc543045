import { randomInt } from 'node:crypto'
import type { Sql } from 'postgres'
import { type Account, givenPerson, givenSession } from '../../lib/testing/wiki-people.ts'

/** Everyone who may knock: whoever is suspended, or whose session was ended, counts as a guest. */
export const actorNames = ['guest', 'member', 'editor', 'admin', 'suspended', 'ended'] as const
export type ActorName = (typeof actorNames)[number]

export type Actor = {
  name: ActorName
  account: Account
  /** The session that the cookie names. */
  sessionId: string
  /** What their browser sends. */
  headers: Record<string, string>
}

/** A new actor of that kind, from an address of their own. */
export async function givenActor(sql: Sql, secret: string, name: ActorName): Promise<Actor> {
  const role = name === 'member' || name === 'editor' ? name : name === 'guest' ? 'member' : 'admin'
  const account = await givenPerson(sql, role)
  const { id, token } = await givenSession(sql, account.id, secret)
  if (name === 'suspended') await sql`update person set suspended_at = now() where id = ${account.id}`
  if (name === 'ended') await sql`update session set ended_at = now() where id = ${id}`
  const cookie: Record<string, string> =
    name === 'guest' ? {} : { Cookie: `errata-session=${token}; signed-in=1` }
  const address = `198.18.${randomInt(256)}.${randomInt(256)}`
  return { name, account, sessionId: id, headers: { 'X-Forwarded-For': address, ...cookie } }
}

/**
 * A hash over every row of the wiki: what is left out says nothing about what was done (counters of tries, when a session was last
 * seen, refused tries in the audit log, duplicates that the wiki finds by itself, and the search engine's own state).
 */
export async function stateOf(sql: Sql): Promise<string> {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name !~ '^(rate_limit|search_|drizzle)' order by 1`
  const hashes = await Promise.all(tables.map(({ name }) => hashOf(sql, name)))
  return tables.map(({ name }, n) => `${name} ${hashes[n]}`).join('\n')
}

/** Refused tries, and what the wiki looks for by itself in the background. */
const leftOut = (sql: Sql) =>
  ({
    audit: sql`where row.action not in ('session.refused', 'duplicate.look')`,
    duplicate: sql`where row.score is null`,
  }) as Record<string, ReturnType<Sql> | undefined> // most tables have nothing to leave out

async function hashOf(sql: Sql, table: string): Promise<string> {
  const kept = leftOut(sql)[table] ?? sql``
  const [row] = await sql<{ hash: string }[]>`
    select md5(coalesce(string_agg(md5((to_jsonb(row) - 'seen_at')::text), '' order by md5((to_jsonb(row) - 'seen_at')::text)), '')) as hash
    from ${sql(table)} row ${kept}`
  return row?.hash ?? ''
}
