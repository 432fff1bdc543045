import { and, asc, count, eq, gt, ne, sql } from 'drizzle-orm'
import { type Database, database, searchDriver, type Transaction } from '#db/client'
import { searchDoc, searchIndex, searchTerm } from '#db/schema/search'
import type { SearchEngine } from '../engine.ts'
import { tokenizerVersion } from '../tokens.ts'
import { search } from './search.ts'
import { indexesToWrite, removeDocs, writeDocs } from './write.ts'

/** Search inside the wiki's own Postgres. Reads the live index, or the one numbered `generation` while that is being built. */
export function postgresEngine(generation?: number): SearchEngine {
  const transaction = (work: (tx: Transaction) => Promise<void>) => database().transaction(work)
  const inThisIndex = eq(searchDoc.generation, generation ?? liveGeneration)
  return {
    kind: 'postgres',
    ensure: () => transaction(ensureLiveIndex),
    upsert: (docs) =>
      transaction(async (tx) =>
        writeDocs(tx, docs, generation === undefined ? await indexesToWrite(tx) : [generation]),
      ),
    remove: (ids) => transaction((tx) => removeDocs(tx, ids)),
    clear: () =>
      transaction(async (tx) => {
        await tx.delete(searchDoc).where(inThisIndex)
        if (generation === undefined) await tx.delete(searchTerm)
      }),
    async count() {
      const [row] = await database().select({ documents: count() }).from(searchDoc).where(inThisIndex)
      return row?.documents ?? 0
    },
    async *versions(batch = 1000) {
      for (let last = '00000000-0000-0000-0000-000000000000', full = true; full; ) {
        const rows = await listVersions(inThisIndex, last, batch)
        yield* rows
        last = rows.at(-1)?.id ?? last
        full = rows.length === batch
      }
    },
    rebuild: (batches) => rebuild(batches),
    search: (query) => search(searchDriver(), query, generation),
    close: async () => {},
  }
}

const liveGeneration = sql`(select ${searchIndex.generation} from ${searchIndex} where ${searchIndex.live})`

async function ensureLiveIndex(tx: Transaction): Promise<void> {
  await tx.insert(searchIndex).values({ tokenizer: tokenizerVersion, live: true }).onConflictDoNothing()
}

function listVersions(inThisIndex: ReturnType<typeof eq>, after: string, limit: number) {
  return database()
    .select({ id: searchDoc.id, version: searchDoc.version })
    .from(searchDoc)
    .where(and(inThisIndex, gt(searchDoc.id, after)))
    .orderBy(asc(searchDoc.id))
    .limit(limit)
}

/** Whoever saves meanwhile writes to both indexes, and a document read before that save never replaces its newer version. */
const rebuild: SearchEngine['rebuild'] = async (batches) => {
  const db: Database = database()
  const [index] = await db
    .insert(searchIndex)
    .values({ tokenizer: tokenizerVersion, live: false })
    .returning({ generation: searchIndex.generation })
  const { generation } = index!
  const next = postgresEngine(generation)
  for await (const docs of batches) await next.upsert(docs)
  return { count: await next.count(), next, swap: () => db.transaction((tx) => takeOver(tx, generation)) }
}

async function takeOver(tx: Transaction, generation: number): Promise<void> {
  await tx.delete(searchIndex).where(ne(searchIndex.generation, generation))
  await tx.update(searchIndex).set({ live: true }).where(eq(searchIndex.generation, generation))
  await tx.delete(searchDoc).where(ne(searchDoc.generation, generation))
}
