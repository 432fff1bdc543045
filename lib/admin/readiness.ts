import { sql } from 'drizzle-orm'
import { database } from '#db/client'

/** Whether this instance can serve: the database answers, and how far the search index is behind (entries, seconds). */
export async function checkReadiness() {
  try {
    const [row] = await database().execute<{ pending: number; lag: number }>(sql`
      select count(*)::int as pending, coalesce(extract(epoch from now() - min(next_at)), 0)::float8 as lag from search_outbox`)
    return {
      ready: true,
      database: 'ok',
      search: { engine: 'postgres', pending: row?.pending ?? 0, lagSeconds: row?.lag ?? 0 },
    } as const
  } catch (error) {
    console.error(error)
    return { ready: false, database: 'unreachable', search: null } as const
  }
}
