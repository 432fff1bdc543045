import { sql } from 'drizzle-orm'
import { database } from '#db/client'
import { mayAdminister } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { isUnavailable } from '../failures.ts'
import { outside } from '../meilisearch/connection.ts'
import { postgresEngine } from '../postgres/engine.ts'
import { rebuildIsUnderWay } from './locks.ts'
import { findSyncState } from './state.ts'

const mostParked = 100

/**
 * How far the search index follows the entries: for the admin page. `documents` is null while the search server is down.
 * Throws Refusal `forbidden` for anyone but an admin.
 */
export async function readSearchStatus(viewer: Viewer) {
  if (!mayAdminister(viewer)) throw new Refusal('forbidden', 'Only admins see how search is doing.')
  const server = outside()
  const [backlog, parked, state, entries, documents, rebuilding] = await Promise.all([
    readBacklog(),
    listParked(),
    findSyncState(),
    countEntries(),
    countDocuments(server?.engine ?? postgresEngine()),
    rebuildIsUnderWay(),
  ])
  return {
    engine: server ? ('meilisearch' as const) : ('postgres' as const),
    /** Whether the chosen engine answers; otherwise the embedded one does. */
    ready: !server || (Boolean(state?.readyAt) && documents !== null),
    documents,
    entries,
    ...(server ? backlog : { pending: 0, parked: 0, lagSeconds: 0 }),
    problems: server ? parked : [],
    lastReconciliation: state?.reconciledAt
      ? { at: state.reconciledAt, lost: state.lost, stale: state.stale, ghosts: state.ghosts }
      : null,
    rebuild:
      rebuilding && state
        ? { startedAt: state.rebuildStartedAt, done: state.rebuildDone, total: state.rebuildTotal }
        : null,
    rebuiltAt: state?.rebuiltAt ?? null,
  }
}

/** Entries that wait for the outside engine, those that were refused too often, and since how many seconds the first one waits. */
export async function readBacklog(): Promise<{ pending: number; parked: number; lagSeconds: number }> {
  const [row] = await database().execute<{ pending: number; parked: number; lagSeconds: number }>(sql`
    select count(*) filter (where next_at < 'infinity')::int as pending, count(*) filter (where next_at = 'infinity')::int as parked,
      coalesce(greatest(0, extract(epoch from now() - min(next_at) filter (where next_at < 'infinity'))), 0)::float8 as "lagSeconds"
    from search_outbox`)
  return row ?? { pending: 0, parked: 0, lagSeconds: 0 }
}

/** What the engine would not take, with what it said. */
async function listParked() {
  const rows = await database().execute<{
    entryId: string
    title: string | null
    problem: string | null
  }>(sql`
    select search_outbox.entry_id as "entryId", problem, revision.title
    from search_outbox left join entry on entry.id = search_outbox.entry_id left join revision on revision.id = entry.head_revision_id
    where next_at = 'infinity' order by seq limit ${mostParked}`)
  return [...rows]
}

async function countEntries(): Promise<number> {
  const [row] = await database().execute<{ entries: number }>(sql`
    select count(*)::int as entries from entry join note on note.id = entry.note_id
    where entry.trashed_at is null and note.trashed_at is null`)
  return row?.entries ?? 0
}

async function countDocuments(engine: { count(): Promise<number> }): Promise<number | null> {
  try {
    return await engine.count()
  } catch (error) {
    if (isUnavailable(error)) return null
    throw error
  }
}
