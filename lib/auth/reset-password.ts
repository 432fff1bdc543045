import { and, eq, gt, isNull } from 'drizzle-orm'
import { database } from '#db/client'
import { credential, oneTimeLink } from '#db/schema/auth'
import { person } from '#db/schema/people'
import { recordEvent } from '#lib/audit/record'
import { Refusal } from '#lib/refusal'
import { endSessions } from './end-sessions.ts'
import { hashPassword } from './password.ts'
import { mayAdminister } from './policy.ts'
import { hashToken, newToken } from './token.ts'
import type { Viewer } from './viewer.ts'

const validHours = 24

/** A link with which a person sets a new password; the token is told only here. Throws Refusal `forbidden`, `not-found`. */
export async function makeResetLink(viewer: Viewer, personId: string): Promise<string> {
  if (!mayAdminister(viewer)) throw new Refusal('forbidden', 'Only admins make reset links.')
  return writeResetLink(personId, viewer.id)
}

/** The link for whoever asks by mail: undefined for an unknown or suspended account, which the asker is not told. */
export async function findResetLinkByMail(email: string): Promise<string | undefined> {
  const [row] = await database()
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.email, email), isNull(person.suspendedAt)))
  return row && writeResetLink(row.id, null)
}

/** Sets a new password by a link and ends all sessions. Throws Refusal `not-found` for a wrong, used or old link. */
export async function resetPassword(token: string, password: string): Promise<void> {
  const passwordHash = await hashPassword(password)
  await database().transaction(async (tx) => {
    const [used] = await tx
      .update(oneTimeLink)
      .set({ usedAt: new Date() })
      .where(openResetLink(token))
      .returning({ personId: oneTimeLink.personId })
    if (!used?.personId)
      throw new Refusal('not-found', 'This link does not work any more. Ask for a new one.')
    const row = { personId: used.personId, passwordHash, changedAt: new Date() }
    await tx.insert(credential).values(row).onConflictDoUpdate({ target: credential.personId, set: row })
    await endSessions(tx, used.personId)
    await recordEvent(tx, {
      actorId: used.personId,
      action: 'password.reset',
      objectKind: 'person',
      objectId: used.personId,
    })
  })
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
