import { database } from '#db/client'
import { readDocs } from '../documents.ts'
import type { SearchDoc, SearchEngine } from '../engine.ts'
import { alone, whileNothingIsDelivered } from './locks.ts'
import { livingVersions } from './reconcile.ts'

export type Progress = (done: number, total: number) => Promise<void> | void

const batch = 500
const mostRounds = 5
const few = 50

/**
 * Makes the index anew beside the live one and swaps it in. Meanwhile the live one goes on answering and receiving; what changes is replayed,
 * the last of it while deliveries are held up, so the new index lacks nothing when it takes over. Gives the number of documents;
 * undefined where another instance is at it.
 */
export function rebuildIndex(
  engine: SearchEngine,
  progress: Progress = () => {},
): Promise<number | undefined> {
  return alone('rebuild', async () => {
    const written = new Map<string, number>()
    const { next, swap } = await engine.rebuild(batches(written, progress))
    for (let round = 0; round < mostRounds; round++) if ((await replay(next, written)) <= few) break
    await whileNothingIsDelivered(async () => {
      await replay(next, written)
      await swap()
    })
    return written.size
  })
}

async function* batches(written: Map<string, number>, progress: Progress): AsyncIterable<SearchDoc[]> {
  const ids = [...(await livingVersions()).keys()].sort()
  for (let from = 0; from < ids.length; from += batch) {
    await progress(from, ids.length)
    const docs = await readDocs(database(), ids.slice(from, from + batch))
    for (const { id, version } of docs) written.set(id, version)
    yield docs
  }
  await progress(ids.length, ids.length)
}

/** Writes what has another version than was written, removes what has gone; gives how many. */
async function replay(next: SearchEngine, written: Map<string, number>): Promise<number> {
  const living = await livingVersions()
  const changed = [...living].flatMap(([id, version]) => (written.get(id) === version ? [] : [id]))
  const gone = [...written.keys()].filter((id) => !living.has(id))
  for (let from = 0; from < changed.length; from += batch) {
    const docs = await readDocs(database(), changed.slice(from, from + batch))
    await next.upsert(docs)
    for (const { id, version } of docs) written.set(id, version)
  }
  if (gone.length > 0) await next.remove(gone)
  for (const id of gone) written.delete(id)
  return changed.length + gone.length
}
