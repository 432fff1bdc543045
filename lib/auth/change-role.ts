import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { database, type Transaction } from '#db/client'
import { person } from '#db/schema/people'
import { recordEvent } from '#lib/audit/record'
import { Refusal } from '#lib/refusal'
import { endSessions } from './end-sessions.ts'
import { mayAdminister } from './policy.ts'
import type { AccountRole, Viewer } from './viewer.ts'

// Any number that is ours alone: two demotions at once must not take away the last admin together.
const lock = 7_361_203_120

/** Gives a person another role, at once everywhere. Throws Refusal `forbidden`, `not-found`, `conflict` for the last admin. */
export async function changeRole(viewer: Viewer, personId: string, role: AccountRole): Promise<void> {
  await change(viewer, personId, 'person.role', { role }, async (tx) => {
    if (role !== 'admin') await refuseLastAdmin(tx, personId)
    await tx.update(person).set({ role }).where(eq(person.id, personId))
  })
}

/** Shuts a person out: all sessions end now, and signing in is refused. Texts and votes stay. */
export async function suspend(viewer: Viewer, personId: string): Promise<void> {
  await change(viewer, personId, 'person.suspend', {}, async (tx) => {
    await refuseLastAdmin(tx, personId)
    await tx.update(person).set({ suspendedAt: new Date() }).where(eq(person.id, personId))
    await endSessions(tx, personId)
  })
}

/** Lets a suspended person in again. */
export async function readmit(viewer: Viewer, personId: string): Promise<void> {
  await change(viewer, personId, 'person.readmit', {}, async (tx) => {
    await tx.update(person).set({ suspendedAt: null }).where(eq(person.id, personId))
  })
}

async function change(
  viewer: Viewer,
  personId: string,
  action: string,
  detail: Record<string, string>,
  step: (tx: Transaction) => Promise<void>,
): Promise<void> {
  if (!mayAdminister(viewer)) throw new Refusal('forbidden', 'Only admins manage people.')
  await database().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lock})`)
    const [row] = await tx.select({ kind: person.kind }).from(person).where(eq(person.id, personId))
    if (row?.kind !== 'person') throw new Refusal('not-found', 'There is no such person.')
    await step(tx)
    await recordEvent(tx, { actorId: viewer.id, action, objectKind: 'person', objectId: personId, detail })
  })
}

async function refuseLastAdmin(tx: Transaction, personId: string): Promise<void> {
  const others = await tx
    .select({ id: person.id })
    .from(person)
    .where(
      and(
        eq(person.role, 'admin'),
        eq(person.kind, 'person'),
        isNull(person.suspendedAt),
        ne(person.id, personId),
      ),
    )
    .limit(1)
  if (others.length === 0)
    throw new Refusal('conflict', 'This is the last admin. Make somebody else an admin first.')
}
