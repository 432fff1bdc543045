import { randomBytes } from 'node:crypto'
import type { Meilisearch } from 'meilisearch'
import type { SearchDoc, SearchEngine } from '../engine.ts'
import { SearchTaskFailed } from '../failures.ts'
import { call, waitUntil, write } from './calls.ts'
import { indexSettings } from './settings.ts'

/** How the names of all our indexes begin. */
export const indexFamily = 'errata_entries_'

/** An index that is there already is as good; settings that are the same cost nothing. */
export async function ensureIndex(indexing: Meilisearch, uid: string): Promise<void> {
  try {
    await write(indexing, () => indexing.createIndex(uid, { primaryKey: 'id' }))
  } catch (error) {
    if (!(error instanceof SearchTaskFailed && error.code === 'index_already_exists')) throw error
  }
  await write(indexing, () => indexing.index(uid).updateSettings(indexSettings()))
}

/** Fills an index beside `uid`, which has its settings before its documents; `swap` exchanges the two in one step and drops the old one. */
export async function rebuild(
  indexing: Meilisearch,
  uid: string,
  batches: AsyncIterable<SearchDoc[]>,
  engineOf: (uid: string) => SearchEngine,
): Promise<{ count: number; next: SearchEngine; swap(): Promise<void> }> {
  await dropLeftOvers(indexing, uid)
  const beside = `${uid}_${randomBytes(4).toString('hex')}`
  const next = engineOf(beside)
  await next.ensure()
  await fill(next, batches)
  return {
    count: await next.count(),
    next,
    async swap() {
      const wanted = await birthOf(indexing, beside)
      await call(() => indexing.swapIndexes([{ indexes: [uid, beside], rename: false }]))
      await waitUntil(async () => (await birthOf(indexing, uid)) === wanted)
      await write(indexing, () => indexing.deleteIndex(beside))
    },
  }
}

// The server takes what waits in its queue as one.
const atOnce = 8

async function fill(next: SearchEngine, batches: AsyncIterable<SearchDoc[]>): Promise<void> {
  let sending: Promise<void>[] = []
  for await (const docs of batches) {
    const sent = next.upsert(docs)
    // Reported where all are awaited, which may be later.
    sent.catch(() => {})
    sending.push(sent)
    if (sending.length < atOnce) continue
    await Promise.all(sending)
    sending = []
  }
  await Promise.all(sending)
}

/** What a rebuild left behind that did not come to its end, and what an earlier program filled. */
async function dropLeftOvers(indexing: Meilisearch, uid: string): Promise<void> {
  const { results } = await call(() => indexing.getRawIndexes({ limit: 1000 }))
  for (const other of results.filter((index) => index.uid.startsWith(indexFamily) && index.uid !== uid))
    await write(indexing, () => indexing.deleteIndex(other.uid))
}

/** Tells an index from another of the same name. A swap belongs to no index, so a key that is limited to ours cannot ask for its task. */
const birthOf = (indexing: Meilisearch, uid: string): Promise<string> =>
  call(() => indexing.getRawIndex(uid)).then(({ createdAt }) => String(createdAt))
