import { and, eq } from 'drizzle-orm'
import { database, type Transaction } from '#db/client'
import { identity } from '#db/schema/auth'
import { person } from '#db/schema/people'
import { recordEvent } from '#lib/audit/record'
import { Refusal } from '#lib/refusal'
import { type Entered, enter, type Origin } from './enter.ts'
import { Email, PersonName } from './input.ts'
import { findSettings } from './settings.ts'

/** Who the provider says this is. The address counts only where the provider has verified it. */
export type ProviderIdentity = { issuer: string; subject: string; name: string; verifiedEmail?: string }

/**
 * Opens a session for whoever is linked to this identity (issuer and subject, never the address); where registration is open, an
 * unknown one becomes a member. Throws Refusal `forbidden`, `conflict` where the address already has an account: sign in and link.
 */
export async function signInWithProvider(who: ProviderIdentity, origin: Origin): Promise<Entered> {
  return database().transaction(async (tx) => {
    const [known] = await tx
      .select({ personId: person.id, suspendedAt: person.suspendedAt })
      .from(identity)
      .innerJoin(person, eq(person.id, identity.personId))
      .where(and(eq(identity.issuer, who.issuer), eq(identity.subject, who.subject)))
    if (known?.suspendedAt) throw new Refusal('forbidden', 'This account cannot sign in.')
    const personId = known?.personId ?? (await registerIdentity(tx, who))
    await recordEvent(tx, {
      actorId: personId,
      action: 'session.start',
      objectKind: 'person',
      objectId: personId,
      detail: { issuer: who.issuer },
    })
    return enter(tx, personId, origin)
  })
}

async function registerIdentity(tx: Transaction, who: ProviderIdentity): Promise<string> {
  const { openRegistration, allowedDomain } = await findSettings(tx)
  const email = who.verifiedEmail ? Email.parse(who.verifiedEmail) : null
  if (!openRegistration || (allowedDomain && email?.split('@').at(-1) !== allowedDomain)) {
    throw new Refusal('forbidden', 'This identity is not linked to an account here.')
  }
  const name = PersonName.catch('').parse(who.name) || who.subject.slice(0, 80)
  const [row] = await tx
    .insert(person)
    .values({ name, email, role: 'member' })
    .onConflictDoNothing()
    .returning({ id: person.id })
  if (!row)
    throw new Refusal(
      'conflict',
      'There is already an account with this address. Sign in and link the identity there.',
    )
  await tx.insert(identity).values({ issuer: who.issuer, subject: who.subject, personId: row.id })
  await recordEvent(tx, {
    actorId: row.id,
    action: 'person.join',
    objectKind: 'person',
    objectId: row.id,
    detail: { issuer: who.issuer },
  })
  return row.id
}
