import { and, eq, gt, isNull } from 'drizzle-orm'
import { database, type Transaction } from '#db/client'
import { credential, oneTimeLink } from '#db/schema/auth'
import { person } from '#db/schema/people'
import { recordEvent } from '#lib/audit/record'
import { env } from '#lib/env'
import { mailIsConfigured, sendMail } from '#lib/mail/send-mail'
import { Refusal } from '#lib/refusal'
import { endSessions } from './end-sessions.ts'
import type { Origin } from './enter.ts'
import { hashPassword } from './password.ts'
import { mayAdminister } from './policy.ts'
import { throttle } from './throttle.ts'
import { hashToken, newToken } from './token.ts'
import type { Viewer } from './viewer.ts'

const validHours = 24
const deadLink = 'This link does not work any more. Ask for a new one.'

/** A link with which a person sets a new password; the token is told only here. Throws Refusal `forbidden`, `not-found`. */
export async function makeResetLink(viewer: Viewer, personId: string): Promise<string> {
  if (!mayAdminister(viewer)) throw new Refusal('forbidden', 'Only admins make reset links.')
  return writeResetLink(personId, viewer.id)
}

type Letter = (link: string) => { subject: string; text: string }

/** Mails a reset link to whoever has this address. The asker learns nothing: the work goes on after the answer. */
export async function mailResetLink(email: string, { address }: Origin, letter: Letter): Promise<void> {
  if (!mailIsConfigured())
    throw new Refusal('unavailable', 'This wiki sends no mail. Ask an admin for a reset link.')
  await throttle('mail', `address:${address}`, `account:${email}`)
  void sendResetLink(email, letter).catch((error: unknown) => console.error(error))
}

async function sendResetLink(email: string, letter: Letter): Promise<void> {
  const [row] = await database()
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.email, email), isNull(person.suspendedAt)))
  if (!row) return
  const { subject, text } = letter(`${env().PUBLIC_URL}/reset/${await writeResetLink(row.id, null)}`)
  await sendMail(email, subject, text)
}

/** Sets a new password by a link and ends all sessions. Throws Refusal `not-found` for a wrong, used or old link. */
export async function resetPassword(token: string, password: string): Promise<void> {
  // Hashing is work: none of it for a wrong link.
  if (!(await resetLinkWorks(token))) throw new Refusal('not-found', deadLink)
  const passwordHash = await hashPassword(password)
  await database().transaction(async (tx) => {
    const [used] = await tx
      .update(oneTimeLink)
      .set({ usedAt: new Date() })
      .where(openResetLink(token))
      .returning({ personId: oneTimeLink.personId })
    if (!used?.personId) throw new Refusal('not-found', deadLink)
    const row = { personId: used.personId, passwordHash, changedAt: new Date() }
    await tx.insert(credential).values(row).onConflictDoUpdate({ target: credential.personId, set: row })
    await spendResetLinks(tx, used.personId)
    await endSessions(tx, used.personId)
    await recordEvent(tx, {
      actorId: used.personId,
      action: 'password.reset',
      objectKind: 'person',
      objectId: used.personId,
    })
  })
}

/** The step of every verb that sets a password: no link made before it sets another. */
export async function spendResetLinks(tx: Transaction, personId: string): Promise<void> {
  await tx
    .update(oneTimeLink)
    .set({ usedAt: new Date() })
    .where(
      and(
        eq(oneTimeLink.kind, 'password_reset'),
        eq(oneTimeLink.personId, personId),
        isNull(oneTimeLink.usedAt),
      ),
    )
}

export async function resetLinkWorks(token: string): Promise<boolean> {
  const [row] = await database().select({ id: oneTimeLink.id }).from(oneTimeLink).where(openResetLink(token))
  return row !== undefined
}

function openResetLink(token: string) {
  return and(
    eq(oneTimeLink.kind, 'password_reset'),
    eq(oneTimeLink.tokenHash, hashToken(token)),
    isNull(oneTimeLink.usedAt),
    gt(oneTimeLink.expiresAt, new Date()),
  )
}

async function writeResetLink(personId: string, actorId: string | null): Promise<string> {
  const { token, tokenHash } = newToken()
  const expiresAt = new Date(Date.now() + validHours * 3_600_000)
  await database().transaction(async (tx) => {
    const [who] = await tx.select({ kind: person.kind }).from(person).where(eq(person.id, personId))
    if (who?.kind !== 'person') throw new Refusal('not-found', 'There is no such person.')
    await tx.insert(oneTimeLink).values({ kind: 'password_reset', personId, tokenHash, expiresAt })
    await recordEvent(tx, {
      actorId,
      action: 'password.reset_link',
      objectKind: 'person',
      objectId: personId,
    })
  })
  return token
}
