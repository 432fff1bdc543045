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

// What they hold says nothing about what was done: counters of tries, and the search engine's own state.
const besides = '^(rate_limit|search_|drizzle)'
// The same of a row's newest look, and of refused tries, so these are compared by what they hold.
const byContent: Record<string, string> = {
  session: `select md5((to_jsonb(row) - 'seen_at')::text) as hash from session row`,
  audit: `select id::text as hash from audit where action not in ('session.refused', 'duplicate.look')`,
  // What the wiki finds by itself in the background.
  duplicate: `select md5(row::text) as hash from duplicate row where score is null`,
}
let query: string | undefined
let seen: { snapshot: string; state: string } | undefined

/** Changes with every row of the wiki that is added, changed or removed: each has the transaction that wrote it (`xmin`) and its place (`ctid`). */
async function stateOf(sql: Sql): Promise<string> {
  const [now] = await sql<{ snapshot: string }[]>`select pg_current_snapshot()::text as snapshot`
  // Under the same snapshot the same rows are seen.
  if (seen && seen.snapshot === now?.snapshot) return seen.state
  query ??= await makeQuery(sql)
  const rows = await sql.unsafe<{ snapshot: string; name: string; hash: string }[]>(query, [], {
    prepare: true,
  })
  const state = rows.map(({ name, hash }) => `${name} ${hash}`).join('\n')
  seen = { snapshot: rows[0]?.snapshot ?? '', state }
  return state
}

/**
 * What a call gave, and the tables that it changed. What changed only the first of two times was done by somebody else: the wiki
 * works in the background, too.
 */
export async function watched<Result>(
  sql: Sql,
  call: () => Promise<Result>,
  isRefusal: (result: Result) => boolean,
): Promise<{ result: Result; changed: string[] }> {
  const look = async () => {
    const before = await stateOf(sql)
    const result = await call()
    return { result, changed: changedBetween(before, await stateOf(sql)) }
  }
  const { result, changed } = await look()
  if (changed.length === 0 || !isRefusal(result)) return { result, changed }
  const again = new Set((await look()).changed)
  return { result, changed: changed.filter((table) => again.has(table)) }
}

/** The tables in which two states differ. */
function changedBetween(before: string, after: string): string[] {
  const known = new Set(before.split('\n'))
  return after.split('\n').flatMap((line) => (known.has(line) ? [] : (line.split(' ')[0] ?? '')))
}

async function makeQuery(sql: Sql): Promise<string> {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name !~ ${besides} order by 1`
  const states = tables.map(({ name }) => {
    const hashes = byContent[name] ?? `select xmin::text || ctid::text as hash from "${name}"`
    return `select '${name}' as name, md5(coalesce(string_agg(hash, ',' order by hash), '')) as hash from (${hashes}) rows`
  })
  return `select pg_current_snapshot()::text as snapshot, name, hash from (${states.join(' union all ')}) states`
}
