import { eq } from 'drizzle-orm'
import { database, driver } from '#db/client'
import { session } from '#db/schema/auth'
import { type AccountRole, guest, type Viewer } from './viewer.ts'

type Row = {
  id: string
  role: AccountRole
  name: string
  isSeenLongAgo: boolean
  lacksSecondFactor: boolean | null
}

/**
 * Who a session id stands for right now: a guest when it was ended, idle for 12 hours, older than 30 days, or its person is
 * suspended. Anything that goes wrong means guest.
 */
export async function findViewer(sessionId: string | undefined): Promise<Viewer> {
  if (!sessionId || !uuid.test(sessionId)) return guest
  try {
    // Asked with every request of anybody signed in: as the driver sends it, without a builder.
    const [row] = await driver()<Row[]>`
      select person.id, person.role, person.name, session.seen_at < now() - ${seenEvery}::interval as "isSeenLongAgo",
        setting.value = 'true' and second_factor.confirmed_at is null as "lacksSecondFactor"
      from session
      join person on person.id = session.person_id
      left join second_factor on second_factor.person_id = person.id
      left join setting on setting.key = 'editorsNeedSecondFactor'
      where session.id = ${sessionId} and session.ended_at is null and person.suspended_at is null
        and session.seen_at > now() - interval '12 hours' and session.created_at > now() - interval '30 days'`
    if (!row) return guest
    if (row.isSeenLongAgo) await markSeen(sessionId)
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
// Written no more often than that: reading stays a read.
const seenEvery = '5 minutes'

async function markSeen(sessionId: string): Promise<void> {
  await database().update(session).set({ seenAt: new Date() }).where(eq(session.id, sessionId))
}
