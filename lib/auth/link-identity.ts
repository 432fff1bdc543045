import { and, eq, gt, isNull } from 'drizzle-orm'
import { database } from '#db/client'
import { identity, oneTimeLink } from '#db/schema/auth'
import { recordEvent } from '#lib/audit/record'
import { Refusal } from '#lib/refusal'
import { requireOwnPassword } from './change-password.ts'
import type { ProviderIdentity } from './sign-in-with-provider.ts'
import { hashToken, newToken } from './token.ts'
import type { SignedIn } from './viewer.ts'

const validMinutes = 10

/** After the password, a token that lets this session link the next identity it signs in with. Throws Refusal `forbidden`. */
export async function beginLinking(viewer: SignedIn, personId: string, password: string): Promise<string> {
  await requireOwnPassword(viewer, personId, password)
  const { token, tokenHash } = newToken()
  const expiresAt = new Date(Date.now() + validMinutes * 60_000)
  await database().insert(oneTimeLink).values({ kind: 'link_identity', personId, tokenHash, expiresAt })
  return token
}

/** Links an identity to the signed-in person who holds the token. Throws Refusal `not-found`, `conflict` for somebody else's. */
export async function linkIdentity(
  viewer: SignedIn,
  token: string,
  { issuer, subject }: ProviderIdentity,
): Promise<void> {
  await database().transaction(async (tx) => {
    const used = await tx
      .update(oneTimeLink)
      .set({ usedAt: new Date() })
      .where(
        and(
          eq(oneTimeLink.kind, 'link_identity'),
          eq(oneTimeLink.personId, viewer.id),
          eq(oneTimeLink.tokenHash, hashToken(token)),
          isNull(oneTimeLink.usedAt),
          gt(oneTimeLink.expiresAt, new Date()),
        ),
      )
      .returning({ id: oneTimeLink.id })
    if (used.length === 0)
      throw new Refusal('not-found', 'Enter your password once more to link an identity.')
    await tx.insert(identity).values({ issuer, subject, personId: viewer.id }).onConflictDoNothing()
    const [owner] = await tx
      .select({ personId: identity.personId })
      .from(identity)
      .where(and(eq(identity.issuer, issuer), eq(identity.subject, subject)))
    if (owner?.personId !== viewer.id)
      throw new Refusal('conflict', 'This identity belongs to another account.')
    await recordEvent(tx, {
      actorId: viewer.id,
      action: 'identity.link',
      objectKind: 'person',
      objectId: viewer.id,
      detail: { issuer },
    })
  })
}

/** Takes an identity off one's account. Throws Refusal `forbidden`, `not-found`. */
export async function unlinkIdentity(
  viewer: SignedIn,
  personId: string,
  issuer: string,
  password: string,
): Promise<void> {
  await requireOwnPassword(viewer, personId, password)
  await database().transaction(async (tx) => {
    const gone = await tx
      .delete(identity)
      .where(and(eq(identity.personId, personId), eq(identity.issuer, issuer)))
      .returning({ subject: identity.subject })
    if (gone.length === 0) throw new Refusal('not-found', 'This identity is not linked.')
    await recordEvent(tx, {
      actorId: viewer.id,
      action: 'identity.unlink',
      objectKind: 'person',
      objectId: personId,
      detail: { issuer },
    })
  })
}
