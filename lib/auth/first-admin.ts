import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { database, type Reader, type Transaction } from '#db/client'
import { oneTimeLink } from '#db/schema/auth'
import { person } from '#db/schema/people'
import { recordEvent } from '#lib/audit/record'
import { Refusal } from '#lib/refusal'
import { type Entered, enter, type Origin } from './enter.ts'
import type { NewAccount } from './input.ts'
import { insertPerson } from './insert-person.ts'
import { hashPassword } from './password.ts'
import { hashToken, newToken } from './token.ts'

// Any number that is ours alone: whoever makes the first admin holds it.
const lock = 7_361_203_119
const validMinutes = 30

/** A new link for the first admin, replacing older ones; undefined once there is an admin. The token is told only here. */
export async function offerFirstAdminLink(): Promise<string | undefined> {
  return database().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lock})`)
    if (await hasAdmin(tx)) return undefined
    await tx.delete(oneTimeLink).where(and(eq(oneTimeLink.kind, 'first_admin'), isNull(oneTimeLink.usedAt)))
    const { token, tokenHash } = newToken()
    const expiresAt = new Date(Date.now() + validMinutes * 60_000)
    await tx.insert(oneTimeLink).values({ kind: 'first_admin', tokenHash, expiresAt })
    return token
  })
}

/** Makes the first admin and signs them in. Throws Refusal `not-found` for a wrong, used or old link and once there is an admin. */
export async function createFirstAdmin(token: string, account: NewAccount, origin: Origin): Promise<Entered> {
  // Hashing is work: none of it for a wrong link.
  if (!(await firstAdminLinkWorks(token))) throw new Refusal('not-found', 'This link does not work any more.')
  const passwordHash = await hashPassword(account.password)
  return database().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lock})`)
    const used = await tx
      .update(oneTimeLink)
      .set({ usedAt: new Date() })
      .where(openFirstAdminLink(token))
      .returning({ id: oneTimeLink.id })
    if (used.length === 0 || (await hasAdmin(tx)))
      throw new Refusal('not-found', 'This link does not work any more.')
    return enter(tx, await insertFirstAdmin(tx, account, passwordHash), origin)
  })
}

/** The unattended way: makes the admin named by ADMIN_EMAIL and ADMIN_PASSWORD where there is none yet. */
export async function ensureFirstAdmin(account: NewAccount): Promise<boolean> {
  const passwordHash = await hashPassword(account.password)
  return database().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lock})`)
    if (await hasAdmin(tx)) return false
    await insertFirstAdmin(tx, account, passwordHash)
    return true
  })
}

/** Whether the page behind a first admin's link exists: a right, unused, young token and no admin yet. */
export async function firstAdminLinkWorks(token: string): Promise<boolean> {
  const db = database()
  const [row] = await db.select({ id: oneTimeLink.id }).from(oneTimeLink).where(openFirstAdminLink(token))
  return row !== undefined && !(await hasAdmin(db))
}

function openFirstAdminLink(token: string) {
  return and(
    eq(oneTimeLink.kind, 'first_admin'),
    eq(oneTimeLink.tokenHash, hashToken(token)),
    isNull(oneTimeLink.usedAt),
    gt(oneTimeLink.expiresAt, new Date()),
  )
}

async function hasAdmin(reader: Reader): Promise<boolean> {
  const rows = await reader
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.role, 'admin'), eq(person.kind, 'person')))
    .limit(1)
  return rows.length > 0
}

async function insertFirstAdmin(tx: Transaction, account: NewAccount, passwordHash: string): Promise<string> {
  const personId = await insertPerson(tx, { ...account, role: 'admin', passwordHash })
  await recordEvent(tx, {
    actorId: personId,
    action: 'person.first_admin',
    objectKind: 'person',
    objectId: personId,
  })
  return personId
}
