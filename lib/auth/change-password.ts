import { eq } from 'drizzle-orm'
import { database } from '#db/client'
import { credential } from '#db/schema/auth'
import { recordEvent } from '#lib/audit/record'
import { Refusal } from '#lib/refusal'
import { endSessions } from './end-sessions.ts'
import { hashPassword, passwordMatches } from './password.ts'
import { mayKeepAccount } from './policy.ts'
import { spendResetLinks } from './reset-password.ts'
import { forgiveTries, throttle } from './throttle.ts'
import type { SignedIn } from './viewer.ts'

/** Sets one's own password, given the old one, and ends every other session and open reset link. Throws Refusal `forbidden`, `too-many`. */
export async function changePassword(
  viewer: SignedIn,
  personId: string,
  { current, next }: { current: string; next: string },
): Promise<void> {
  await requireOwnPassword(viewer, personId, current)
  const passwordHash = await hashPassword(next)
  await database().transaction(async (tx) => {
    await tx
      .update(credential)
      .set({ passwordHash, changedAt: new Date() })
      .where(eq(credential.personId, personId))
    await spendResetLinks(tx, personId)
    await endSessions(tx, personId, viewer.sessionId)
    await recordEvent(tx, {
      actorId: viewer.id,
      action: 'password.change',
      objectKind: 'person',
      objectId: personId,
    })
  })
}

/** What stands before anything that an unattended browser must not do. Throws Refusal `forbidden`, `too-many`. */
export async function requireOwnPassword(
  viewer: SignedIn,
  personId: string,
  password: string,
): Promise<void> {
  if (!mayKeepAccount(viewer, personId)) throw new Refusal('forbidden', 'This is not your account.')
  await throttle('signIn', `password:${personId}`)
  const [row] = await database()
    .select({ passwordHash: credential.passwordHash })
    .from(credential)
    .where(eq(credential.personId, personId))
  if (!(await passwordMatches(row?.passwordHash, password))) {
    throw new Refusal('forbidden', 'The password is not right.', { field: 'password' })
  }
  await forgiveTries('signIn', `password:${personId}`)
}
