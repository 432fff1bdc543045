import { randomBytes } from 'node:crypto'
import type { Meilisearch } from 'meilisearch'
import type { SearchDoc, SearchEngine } from '../engine.ts'
import { call, waitUntil, write } from './calls.ts'

/** Fills an index beside `uid`, which has its settings before its documents; `swap` exchanges the two in one step and drops the old one. */
export async function rebuild(
  indexing: Meilisearch,
  uid: string,
  batches: AsyncIterable<SearchDoc[]>,
  engineOf: (uid: string) => SearchEngine,
): Promise<{ count: number; next: SearchEngine; swap(): Promise<void> }> {
  const beside = `${uid}_${randomBytes(4).toString('hex')}`
  const next = engineOf(beside)
  await next.ensure()
  for await (const docs of batches) await next.upsert(docs)
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

/** Tells an index from another of the same name. A swap belongs to no index, so a key that is limited to ours cannot ask for its task. */
const birthOf = (indexing: Meilisearch, uid: string): Promise<string> =>
  call(() => indexing.getRawIndex(uid)).then(({ createdAt }) => String(createdAt))
