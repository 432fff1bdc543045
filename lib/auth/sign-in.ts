import { eq } from 'drizzle-orm'
import { database } from '#db/client'
import { credential } from '#db/schema/auth'
import { person } from '#db/schema/people'
import { recordEvent } from '#lib/audit/record'
import { Refusal } from '#lib/refusal'
import { type Entered, enter, type Origin } from './enter.ts'
import { isKnownDevice } from './known-device.ts'
import { passwordMatches } from './password.ts'
import { passesSecondFactor } from './second-factor.ts'
import { forgiveTries, returnTry, throttle } from './throttle.ts'

export type SignIn = { email: string; password: string; code?: string; knownDevice?: string }

/**
 * Checks a password (and a second factor where the person has one) and opens a session. Throws Refusal `forbidden` with the same
 * words and after the same work for an unknown address, a wrong password and a suspended person; `invalid` with detail `code`
 * where a right password still needs a code; `too-many` after 10 tries in 5 minutes of one account or one address.
 * A browser that this person has used before counts by itself, so that strangers cannot lock its owner out.
 */
export async function signIn(
  { email, password, code, knownDevice }: SignIn,
  origin: Origin,
): Promise<Entered> {
  const account = await findAccount(email)
  const known = account !== undefined && isKnownDevice(knownDevice, account.id)
  const accountKey = known ? `known:${account.id}` : `account:${email}`
  await throttle('signIn', accountKey, ...(known ? [] : [`address:${origin.address}`]))
  const fits = await passwordMatches(account?.passwordHash, password)
  if (!account || !fits || account.suspendedAt) {
    await recordFailure(account?.id, origin)
    throw new Refusal('forbidden', 'The address or the password is not right.')
  }
  await passesSecondFactor(account.id, code)
  const entered = await database().transaction(async (tx) => {
    await recordEvent(tx, {
      actorId: account.id,
      action: 'session.start',
      objectKind: 'person',
      objectId: account.id,
    })
    return enter(tx, account.id, origin)
  })
  await forgiveTries('signIn', accountKey)
  // People of one office share an address: only what goes wrong is held against it.
  if (!known) await returnTry('signIn', `address:${origin.address}`)
  return entered
}

async function findAccount(email: string) {
  const [row] = await database()
    .select({ id: person.id, suspendedAt: person.suspendedAt, passwordHash: credential.passwordHash })
    .from(person)
    .innerJoin(credential, eq(credential.personId, person.id))
    .where(eq(person.email, email))
  return row
}

async function recordFailure(personId: string | undefined, { address }: Origin): Promise<void> {
  await database().transaction((tx) =>
    recordEvent(tx, {
      actorId: null,
      action: 'session.refused',
      objectKind: 'person',
      objectId: personId,
      detail: { address },
    }),
  )
}
