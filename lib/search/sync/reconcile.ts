import { sql } from 'drizzle-orm'
import { database } from '#db/client'
import { markDirty } from '../dirty-set.ts'
import type { SearchEngine } from '../engine.ts'
import { alone } from './locks.ts'
import { writeSyncState } from './state.ts'

/** Numbers of documents: not in the index, of another version there, and there without an entry. */
export type Differences = { lost: number; stale: number; ghosts: number }

const batch = 1000
// Above this share of missing documents the index is being filled, not mended, and must not answer.
const mostMissing = 0.05

/** Compares every document's version with its entry's and marks what differs as dirty. Undefined where another instance is at it. */
export function reconcile(engine: SearchEngine): Promise<Differences | undefined> {
  return alone('reconciliation', async () => {
    const indexed = new Map<string, number>()
    for await (const { id, version } of engine.versions(10_000)) indexed.set(id, version)
    const entries = await livingVersions()
    const lost = [...entries.keys()].filter((id) => !indexed.has(id))
    const ghosts = [...indexed.keys()].filter((id) => !entries.has(id))
    const stale = [...entries].flatMap(([id, version]) =>
      indexed.has(id) && indexed.get(id) !== version ? [id] : [],
    )
    // After a restored backup the index may be ahead, and the engine keeps the newer of two versions.
    const ahead = stale.filter((id) => (indexed.get(id) ?? 0) > (entries.get(id) ?? 0))
    await inBatches(ahead, (ids) => engine.remove(ids))
    const filling = lost.length > entries.size * mostMissing
    await writeSyncState({
      reconciledAt: new Date(),
      lost: lost.length,
      stale: stale.length,
      ghosts: ghosts.length,
      ...(filling && { readyAt: null }),
    })
    await inBatches([...lost, ...stale, ...ghosts].sort(), (ids) => markDirty(database(), ids))
    return { lost: lost.length, stale: stale.length, ghosts: ghosts.length }
  })
}

/** The version of every entry that has a document. */
export async function livingVersions(): Promise<Map<string, number>> {
  const rows = await database().execute<{ id: string; version: number }>(sql`
    select entry.id, entry.version from entry join note on note.id = entry.note_id
    where entry.trashed_at is null and note.trashed_at is null`)
  return new Map(rows.map(({ id, version }) => [id, version]))
}

async function inBatches(ids: string[], work: (ids: string[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < ids.length; from += batch) await work(ids.slice(from, from + batch))
}
