import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { database, type Transaction } from '#db/client'
import { invitation } from '#db/schema/auth'
import { recordEvent } from '#lib/audit/record'
import { Refusal } from '#lib/refusal'
import { type Entered, enter, type Origin } from './enter.ts'
import type { NewAccount } from './input.ts'
import { insertPerson } from './insert-person.ts'
import { hashPassword } from './password.ts'
import { findSettings } from './settings.ts'
import { returnTry, throttle } from './throttle.ts'
import { hashToken } from './token.ts'
import type { AccountRole } from './viewer.ts'

/** Makes an account from an invitation and signs it in. Throws Refusal `not-found` for a link that does not work, `conflict`. */
export async function joinByInvitation(token: string, account: NewAccount, origin: Origin): Promise<Entered> {
  await throttle('signIn', `address:${origin.address}`)
  const passwordHash = await hashPassword(account.password)
  const entered = await database().transaction(async (tx) => {
    const [used] = await tx
      .update(invitation)
      .set({ uses: sql`${invitation.uses} + 1` })
      .where(openInvitation(token))
      .returning({ id: invitation.id, role: invitation.role })
    if (!used) throw new Refusal('not-found', 'This invitation does not work any more. Ask for a new one.')
    return admit(tx, account, used.role, passwordHash, origin, { invitation: used.id })
  })
  await returnTry('signIn', `address:${origin.address}`)
  return entered
}

/** Makes a member's account where registration is open. Throws Refusal `forbidden` (also for another domain), `conflict`. */
export async function register(account: NewAccount, origin: Origin): Promise<Entered> {
  await throttle('signIn', `address:${origin.address}`)
  const passwordHash = await hashPassword(account.password)
  return database().transaction(async (tx) => {
    const { openRegistration, allowedDomain } = await findSettings(tx)
    if (!openRegistration) throw new Refusal('forbidden', 'Accounts are made by invitation only.')
    if (allowedDomain && account.email.split('@').at(-1) !== allowedDomain) {
      throw new Refusal('forbidden', `Only addresses at ${allowedDomain} can join.`, {
        domain: allowedDomain,
      })
    }
    return admit(tx, account, 'member', passwordHash, origin, {})
  })
}

/** What an open invitation offers; undefined where the link does not work. */
export async function findOpenInvitation(token: string) {
  const [row] = await database()
    .select({ role: invitation.role })
    .from(invitation)
    .where(openInvitation(token))
  return row
}

function openInvitation(token: string) {
  return and(
    eq(invitation.tokenHash, hashToken(token)),
    isNull(invitation.revokedAt),
    gt(invitation.expiresAt, new Date()),
    lt(invitation.uses, invitation.maxUses),
  )
}

async function admit(
  tx: Transaction,
  account: NewAccount,
  role: AccountRole,
  passwordHash: string,
  origin: Origin,
  detail: Record<string, string>,
): Promise<Entered> {
  const personId = await insertPerson(tx, { ...account, role, passwordHash })
  await recordEvent(tx, {
    actorId: personId,
    action: 'person.join',
    objectKind: 'person',
    objectId: personId,
    detail,
  })
  return enter(tx, personId, origin)
}
