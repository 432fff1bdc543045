import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '#db/client'
import { invitation } from '#db/schema/auth'
import { recordEvent } from '#lib/audit/record'
import { Refusal } from '#lib/refusal'
import { mayAdminister } from './policy.ts'
import { newToken } from './token.ts'
import type { Viewer } from './viewer.ts'

export const NewInvitation = z.object({
  role: z.enum(['member', 'editor', 'admin']),
  maxUses: z.coerce.number().int().min(1).max(1_000),
  days: z.coerce.number().int().min(1).max(90),
})
export type NewInvitation = z.infer<typeof NewInvitation>

/** Makes an invitation; its token is told only here. Throws Refusal `forbidden` for anyone but an admin. */
export async function invite(viewer: Viewer, { role, maxUses, days }: NewInvitation): Promise<string> {
  if (!mayAdminister(viewer) || !viewer.id) throw new Refusal('forbidden', 'Only admins invite people.')
  const createdBy = viewer.id
  const { token, tokenHash } = newToken()
  const expiresAt = new Date(Date.now() + days * 86_400_000)
  await database().transaction(async (tx) => {
    const [row] = await tx
      .insert(invitation)
      .values({ tokenHash, role, maxUses, expiresAt, createdBy })
      .returning({ id: invitation.id })
    await recordEvent(tx, {
      actorId: viewer.id,
      action: 'invitation.make',
      objectKind: 'invitation',
      objectId: row!.id,
      detail: { role, maxUses, days },
    })
  })
  return token
}

/** Makes an invitation useless from now on. Throws Refusal `not-found` for one that is not open. */
export async function revokeInvitation(viewer: Viewer, invitationId: string): Promise<void> {
  if (!mayAdminister(viewer)) throw new Refusal('forbidden', 'Only admins revoke invitations.')
  await database().transaction(async (tx) => {
    const revoked = await tx
      .update(invitation)
      .set({ revokedAt: new Date() })
      .where(and(eq(invitation.id, invitationId), isNull(invitation.revokedAt)))
      .returning({ id: invitation.id })
    if (revoked.length === 0) throw new Refusal('not-found', 'There is no such open invitation.')
    await recordEvent(tx, {
      actorId: viewer.id,
      action: 'invitation.revoke',
      objectKind: 'invitation',
      objectId: invitationId,
    })
  })
}
