import { and, eq, isNull, ne, type SQL } from 'drizzle-orm'
import { database, type Transaction } from '#db/client'
import { session } from '#db/schema/auth'
import { recordEvent } from '#lib/audit/record'
import { Refusal } from '#lib/refusal'
import { mayEndSession } from './policy.ts'
import type { Viewer } from './viewer.ts'

/** Ends one session at once. Throws Refusal `not-found` also for one the viewer may not know of. */
export async function endSession(viewer: Viewer, sessionId: string): Promise<void> {
  await database().transaction(async (tx) => {
    const [row] = await tx
      .select({ personId: session.personId })
      .from(session)
      .where(eq(session.id, sessionId))
    if (!row || !mayEndSession(viewer, row.personId))
      throw new Refusal('not-found', 'There is no such session.')
    await endWhere(tx, eq(session.id, sessionId))
    await recordEvent(tx, {
      actorId: viewer.id,
      action: 'session.end',
      objectKind: 'person',
      objectId: row.personId,
    })
  })
}

/** Ends all of a person's sessions but, where it is their own, the one they are using. */
export async function endSessionsOf(viewer: Viewer, personId: string): Promise<void> {
  if (!mayEndSession(viewer, personId)) throw new Refusal('forbidden', 'You may not end these sessions.')
  await database().transaction(async (tx) => {
    await endSessions(tx, personId, viewer.id === personId ? viewer.sessionId : undefined)
    await recordEvent(tx, {
      actorId: viewer.id,
      action: 'session.end_all',
      objectKind: 'person',
      objectId: personId,
    })
  })
}

/** The step other verbs take: a suspension, a new password and a new role end sessions in their own transaction. */
export async function endSessions(tx: Transaction, personId: string, except?: string): Promise<void> {
  await endWhere(tx, and(eq(session.personId, personId), except ? ne(session.id, except) : undefined))
}

async function endWhere(tx: Transaction, which: SQL | undefined): Promise<void> {
  await tx
    .update(session)
    .set({ endedAt: new Date() })
    .where(and(which, isNull(session.endedAt)))
}
