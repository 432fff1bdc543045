import { and, desc, eq, gt, isNull, lt, max, sql } from 'drizzle-orm'
import { database } from '#db/client'
import { credential, identity, invitation, recoveryCode, secondFactor, session } from '#db/schema/auth'
import { person } from '#db/schema/people'
import { Refusal } from '#lib/refusal'
import { mayAdminister, mayKeepAccount } from './policy.ts'
import type { SignedIn, Viewer } from './viewer.ts'

const counts = sql`${session.seenAt} > now() - interval '12 hours' and ${session.createdAt} > now() - interval '30 days'`

/** What the account page shows of its owner. */
export async function findAccount(viewer: SignedIn) {
  const [row] = await database()
    .select({
      name: person.name,
      email: person.email,
      locale: person.locale,
      theme: person.theme,
      shortcuts: person.shortcuts,
      secondFactorOn: sql<boolean>`${secondFactor.confirmedAt} is not null`,
      hasPassword: sql<boolean>`${credential.personId} is not null`,
    })
    .from(person)
    .leftJoin(secondFactor, eq(secondFactor.personId, person.id))
    .leftJoin(credential, eq(credential.personId, person.id))
    .where(eq(person.id, viewer.id))
  return row
}

/** The sessions of one's own that still count, the newest first. Throws Refusal `forbidden` for anyone else's. */
export async function listSessions(viewer: SignedIn, personId: string) {
  if (!mayKeepAccount(viewer, personId)) throw new Refusal('forbidden', 'These are not your sessions.')
  return database()
    .select({
      id: session.id,
      device: session.device,
      address: session.address,
      createdAt: session.createdAt,
      seenAt: session.seenAt,
    })
    .from(session)
    .where(and(eq(session.personId, personId), isNull(session.endedAt), counts))
    .orderBy(desc(session.seenAt))
}

export async function listIdentities(viewer: SignedIn) {
  return database()
    .select({ issuer: identity.issuer, linkedAt: identity.linkedAt })
    .from(identity)
    .where(eq(identity.personId, viewer.id))
}

export async function countRecoveryCodes(viewer: SignedIn): Promise<number> {
  return database().$count(
    recoveryCode,
    and(eq(recoveryCode.personId, viewer.id), isNull(recoveryCode.usedAt)),
  )
}

/** Everybody with an account, by name. Throws Refusal `forbidden` for anyone but an admin. */
export async function listPeople(viewer: Viewer) {
  if (!mayAdminister(viewer)) throw new Refusal('forbidden', 'Only admins see all people.')
  return database()
    .select({
      id: person.id,
      name: person.name,
      email: person.email,
      role: person.role,
      suspendedAt: person.suspendedAt,
      createdAt: person.createdAt,
      seenAt: max(session.seenAt),
      sessions: sql<number>`count(*) filter (where ${session.endedAt} is null and ${counts})::int`,
      secondFactorOn: sql<boolean>`bool_or(${secondFactor.confirmedAt} is not null)`,
    })
    .from(person)
    .leftJoin(session, eq(session.personId, person.id))
    .leftJoin(secondFactor, eq(secondFactor.personId, person.id))
    .where(eq(person.kind, 'person'))
    .groupBy(person.id)
    .orderBy(person.name)
}

/** The invitations that still admit somebody. Throws Refusal `forbidden` for anyone but an admin. */
export async function listOpenInvitations(viewer: Viewer) {
  if (!mayAdminister(viewer)) throw new Refusal('forbidden', 'Only admins see invitations.')
  return database()
    .select({
      id: invitation.id,
      role: invitation.role,
      uses: invitation.uses,
      maxUses: invitation.maxUses,
      expiresAt: invitation.expiresAt,
      createdAt: invitation.createdAt,
      createdBy: person.name,
    })
    .from(invitation)
    .innerJoin(person, eq(person.id, invitation.createdBy))
    .where(
      and(
        isNull(invitation.revokedAt),
        gt(invitation.expiresAt, new Date()),
        lt(invitation.uses, invitation.maxUses),
      ),
    )
    .orderBy(desc(invitation.createdAt))
}
