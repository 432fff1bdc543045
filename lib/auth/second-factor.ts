import { randomInt } from 'node:crypto'
import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { database, type Transaction } from '#db/client'
import { credential, recoveryCode, secondFactor } from '#db/schema/auth'
import { recordEvent } from '#lib/audit/record'
import { Refusal } from '#lib/refusal'
import { requireOwnPassword } from './change-password.ts'
import { mayKeepAccount } from './policy.ts'
import { seal, unseal } from './sealed.ts'
import { hashToken } from './token.ts'
import type { SignedIn } from './viewer.ts'

const period = 30
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/**
 * Given the password, where there is one, makes a secret to scan (an otpauth URL, RFC 6238 with SHA-1 and six digits); it asks for
 * codes once confirmed. Throws Refusal: forbidden, too-many, conflict.
 */
export async function beginSecondFactor(
  viewer: SignedIn,
  personId: string,
  password: string,
): Promise<string> {
  if (!mayKeepAccount(viewer, personId)) throw new Refusal('forbidden', 'This is not your account.')
  // Whoever only comes by an outside provider has none to give.
  if (await database().$count(credential, eq(credential.personId, personId)))
    await requireOwnPassword(viewer, personId, password)
  const secret = new Secret({ size: 20 })
  const row = { personId, secret: seal(secret.base32), confirmedAt: null, lastStep: 0 }
  const made = await database()
    .insert(secondFactor)
    .values(row)
    .onConflictDoUpdate({
      target: secondFactor.personId,
      set: row,
      setWhere: isNull(secondFactor.confirmedAt),
    })
    .returning({ personId: secondFactor.personId })
  if (made.length === 0) throw new Refusal('conflict', 'A second factor is already on. Turn it off first.')
  return totp(secret.base32, viewer.name).toString()
}

/** Turns the second factor on with a first right code; returns ten recovery codes, told only here. */
export async function confirmSecondFactor(
  viewer: SignedIn,
  personId: string,
  code: string,
): Promise<string[]> {
  if (!mayKeepAccount(viewer, personId)) throw new Refusal('forbidden', 'This is not your account.')
  return database().transaction(async (tx) => {
    if (!(await spendCode(tx, personId, code)))
      throw new Refusal('invalid', 'This code is not right.', { field: 'code' })
    await tx.update(secondFactor).set({ confirmedAt: new Date() }).where(eq(secondFactor.personId, personId))
    const codes = Array.from({ length: 10 }, newRecoveryCode)
    await tx.delete(recoveryCode).where(eq(recoveryCode.personId, personId))
    await tx.insert(recoveryCode).values(codes.map((each) => ({ personId, codeHash: hashToken(each) })))
    await recordEvent(tx, {
      actorId: viewer.id,
      action: 'second_factor.on',
      objectKind: 'person',
      objectId: personId,
    })
    return codes
  })
}

/** The step of the verb that has checked the password: turns the second factor off. */
export async function removeSecondFactor(tx: Transaction, personId: string): Promise<void> {
  await tx.delete(recoveryCode).where(eq(recoveryCode.personId, personId))
  await tx.delete(secondFactor).where(eq(secondFactor.personId, personId))
}

/** Passes where no second factor is on. Throws Refusal `invalid` (detail `field: code`) for a missing, wrong or used code. */
export async function passesSecondFactor(personId: string, code: string | undefined): Promise<void> {
  await database().transaction(async (tx) => {
    const [on] = await tx
      .select({ personId: secondFactor.personId })
      .from(secondFactor)
      .where(and(eq(secondFactor.personId, personId), isNotNull(secondFactor.confirmedAt)))
    if (!on) return
    const given = code?.replace(/[\s-]/g, '').toLowerCase() ?? ''
    if (given && ((await spendCode(tx, personId, given)) || (await spendRecoveryCode(tx, personId, given))))
      return
    throw new Refusal(
      'invalid',
      given ? 'This code is not right.' : 'Enter the code of your second factor.',
      { field: 'code' },
    )
  })
}

/** Each step's code works once (RFC 6238, 5.2): the row remembers the newest step that was spent. */
async function spendCode(tx: Transaction, personId: string, code: string): Promise<boolean> {
  const [row] = await tx
    .select({ secret: secondFactor.secret })
    .from(secondFactor)
    .where(eq(secondFactor.personId, personId))
  if (!row) return false
  const delta = totp(unseal(row.secret)).validate({ token: code, window: 1 })
  if (delta === null) return false
  const step = Math.floor(Date.now() / 1_000 / period) + delta
  const spent = await tx
    .update(secondFactor)
    .set({ lastStep: step })
    .where(and(eq(secondFactor.personId, personId), lt(secondFactor.lastStep, step)))
    .returning({ personId: secondFactor.personId })
  return spent.length === 1
}

async function spendRecoveryCode(tx: Transaction, personId: string, code: string): Promise<boolean> {
  const spent = await tx
    .update(recoveryCode)
    .set({ usedAt: new Date() })
    .where(
      and(
        eq(recoveryCode.personId, personId),
        eq(recoveryCode.codeHash, hashToken(code)),
        isNull(recoveryCode.usedAt),
      ),
    )
    .returning({ personId: recoveryCode.personId })
  return spent.length === 1
}

function totp(secret: string, label = 'Errata'): TOTP {
  return new TOTP({
    issuer: 'Errata',
    label,
    algorithm: 'SHA1',
    digits: 6,
    period,
    secret: Secret.fromBase32(secret),
  })
}

/** Ten characters of 31: 49 bits of chance. */
function newRecoveryCode(): string {
  return Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('')
}
