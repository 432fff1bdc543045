import { and, eq, isNull, sql } from 'drizzle-orm'
import { database } from '#db/client'
import { secondFactor, session, setting } from '#db/schema/auth'
import { person } from '#db/schema/people'
import { guest, type Viewer } from './viewer.ts'

/**
 * Who a session id stands for right now: a guest when it was ended, idle for 12 hours, older than 30 days, or its person is
 * suspended. Anything that goes wrong means guest.
 */
export async function findViewer(sessionId: string | undefined): Promise<Viewer> {
  if (!sessionId || !uuid.test(sessionId)) return guest
  try {
    const [row] = await database()
      .select({
        id: person.id,
        role: person.role,
        name: person.name,
        seenAt: session.seenAt,
        lacksSecondFactor: sql<boolean>`${setting.value} = 'true' and ${secondFactor.confirmedAt} is null`,
      })
      .from(session)
      .innerJoin(person, eq(person.id, session.personId))
      .leftJoin(secondFactor, eq(secondFactor.personId, person.id))
      .leftJoin(setting, eq(setting.key, 'editorsNeedSecondFactor'))
      .where(and(eq(session.id, sessionId), isNull(session.endedAt), isNull(person.suspendedAt), stillCounts))
    if (!row) return guest
    if (Date.now() - row.seenAt.getTime() > seenEvery) await markSeen(sessionId)
    const viewer = { id: row.id, name: row.name, role: row.role, sessionId }
    // Where admins ask editors for a second factor, one without it has a member's rights until it is on.
    return row.lacksSecondFactor && row.role !== 'member'
      ? { ...viewer, role: 'member', lacksSecondFactor: true }
      : viewer
  } catch (error) {
    console.error(error)
    return guest
  }
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const stillCounts = sql`${session.seenAt} > now() - interval '12 hours' and ${session.createdAt} > now() - interval '30 days'`
// Written at most every five minutes: reading stays a read.
const seenEvery = 5 * 60_000

async function markSeen(sessionId: string): Promise<void> {
  await database().update(session).set({ seenAt: new Date() }).where(eq(session.id, sessionId))
}
