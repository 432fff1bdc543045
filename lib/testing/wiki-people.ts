import { randomBytes, randomUUID } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import { encode } from 'next-auth/jwt'
import postgres, { type Sql } from 'postgres'
import { locate } from '#db/embedded/location'
import { findPostmaster } from '#db/embedded/postmaster'
import { owner, urlOf } from '#db/embedded/roles'
import { findSecrets } from '#db/embedded/secrets'

/** The database of a running wiki, for what a test must know or arrange besides what people can do. */
export function openWikiDatabase(dataDir: string): Sql {
  const port = findPostmaster(locate(dataDir).cluster)?.port
  const password = findSecrets(dataDir)?.owner
  if (!port || !password) throw new Error(`No database runs on ${dataDir}.`)
  return postgres(urlOf(owner, password, port), { max: 2, onnotice: () => {} })
}

export const password = 'correct horse battery'
let passwordHash: Promise<string> | undefined

export type Account = { id: string; name: string; email: string; role: 'member' | 'editor' | 'admin' }

/** A person with a password, put straight into the database of a running wiki. */
export async function givenPerson(sql: Sql, role: Account['role'], name = `A ${role}`): Promise<Account> {
  passwordHash ??= hash(password, { memoryCost: 1_024, timeCost: 1, parallelism: 1 })
  const account = { id: randomUUID(), name, email: `${randomBytes(6).toString('hex')}@example.com`, role }
  await sql`insert into person ${sql({ ...account, short_id: randomBytes(5).toString('hex') })}`
  await sql`insert into credential ${sql({ person_id: account.id, password_hash: await passwordHash })}`
  return account
}

/** The id and the cookie value of a new session of that person. */
export async function givenSession(
  sql: Sql,
  personId: string,
  secret: string,
): Promise<{ id: string; token: string }> {
  const id = randomUUID()
  await sql`insert into session ${sql({ id, person_id: personId, device: 'test', address: '127.0.0.1' })}`
  return { id, token: await encode({ token: { sid: id }, secret }) }
}
