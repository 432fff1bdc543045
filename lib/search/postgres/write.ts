import { inArray, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { searchDoc, searchIndex, searchTerm } from '#db/schema/search'
import type { SearchDoc } from '../engine.ts'
import { fold } from '../fold.ts'
import { nameOf } from '../small-words.ts'
import { vectorsOf } from './vector.ts'

/** Writes documents in the caller's transaction into these indexes; an older version never replaces a newer. */
export async function writeDocs(tx: Transaction, docs: SearchDoc[], generations: number[]): Promise<void> {
  if (docs.length === 0) return
  const words = new Set<string>()
  const rows = docs.map((doc) => {
    const vectors = vectorsOf(doc)
    for (const word of vectors.words) words.add(word)
    return rowOf(doc, vectors)
  })
  const writing = tx
    .insert(searchDoc)
    .values(generations.flatMap((generation) => rows.map((row) => ({ ...row, generation }))))
    .onConflictDoUpdate({
      target: [searchDoc.generation, searchDoc.id],
      set: replaced,
      setWhere: sql`excluded.version >= ${searchDoc.version}`,
    })
  await Promise.all([writing, learnWords(tx, [...words])])
}

/** Removes documents in the caller's transaction, from all indexes. */
export async function removeDocs(tx: Transaction, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await indexesToWrite(tx)
  await tx.delete(searchDoc).where(inArray(searchDoc.id, ids))
}

/** All indexes there are. The lock keeps a rebuilt index from taking over until this transaction has ended: nothing is written to the old one alone. */
export async function indexesToWrite(tx: Transaction): Promise<number[]> {
  const rows = await tx.select({ generation: searchIndex.generation }).from(searchIndex).for('share')
  return rows.map((row) => row.generation)
}

function rowOf(doc: SearchDoc, { ttsv, tsv }: { ttsv: string; tsv: string }) {
  return {
    id: doc.id,
    version: doc.version,
    titleNorm: nameOf(doc.title),
    aliasNorm: doc.aliases.map(nameOf),
    space: doc.space,
    tags: doc.tags.map(fold),
    author: doc.author,
    acl: doc.acl,
    state: doc.state,
    asked: doc.asked,
    updatedAt: new Date(doc.updatedAt * 1000),
    ttsv,
    tsv,
  }
}

const replaced = Object.fromEntries(
  (
    [
      ['version', 'version'],
      ['titleNorm', 'title_norm'],
      ['aliasNorm', 'alias_norm'],
      ['space', 'space'],
      ['tags', 'tags'],
      ['author', 'author'],
      ['acl', 'acl'],
      ['state', 'state'],
      ['asked', 'asked'],
      ['updatedAt', 'updated_at'],
      ['ttsv', 'ttsv'],
      ['tsv', 'tsv'],
    ] as const
  ).map(([key, column]) => [key, sql.raw(`excluded.${column}`)]),
)

async function learnWords(tx: Transaction, words: string[]): Promise<void> {
  if (words.length === 0) return
  const list = sql`string_to_array(${words.join(' ')}, ' ')`
  await tx.execute(sql`
    insert into ${searchTerm} (term)
    select word from unnest(${list}) as word
    where not exists (select 1 from ${searchTerm} where term = word)`)
}
