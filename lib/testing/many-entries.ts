import { createHash } from 'node:crypto'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres, { type Sql } from 'postgres'
import { v7 } from 'uuid'
import { answer, entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { person } from '#db/schema/people'
import { revision } from '#db/schema/revisions'
import type { SearchDoc } from '#lib/search/engine'
import { indexesToWrite, writeDocs } from '#lib/search/postgres/write'
import { recombine } from './recombine.ts'

const batch = 500
const entriesPerNote = 1000

/**
 * Fills a migrated database with `count` entries made by recombining titles and paragraphs of the shipped notes (and of the real ones
 * where they lie beside the checkout), the same for the same count; found at once. `ownerUrl` needs the rights of the schema's owner,
 * for indexes are made after loading. About a minute for 25,000 on one core.
 */
export async function insertManyEntries(ownerUrl: string, count: number): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const restoreIndexes = await dropGinIndexes(sql)
    await insertAll(sql, count)
    await restoreIndexes()
    await sql`vacuum analyze`
  } finally {
    await sql.end()
  }
}

/** Filling a GIN index row by row takes ten times as long as making it at the end. */
async function dropGinIndexes(sql: Sql): Promise<() => Promise<void>> {
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes where tablename = 'search_doc' and indexdef like '%USING gin%'`
  for (const { name } of indexes) await sql`drop index ${sql(name)}`
  return async () => {
    await sql`set maintenance_work_mem = '256MB'`
    for (const { definition } of indexes) await sql.unsafe(definition)
  }
}

async function insertAll(sql: Sql, count: number): Promise<void> {
  const db = drizzle(sql)
  const next = recombine()
  const authorId = v7()
  await db.insert(person).values({ id: authorId, kind: 'system', name: 'Many entries' })
  let noteRow = { id: '', shortId: '' }
  for (let from = 0; from < count; from += batch) {
    if (from % entriesPerNote === 0) {
      const values = {
        title: `Recombined ${from / entriesPerNote + 1}`,
        position: 1000 + from,
        createdBy: authorId,
      }
      const [row] = await db.insert(note).values(values).returning({ id: note.id, shortId: note.shortId })
      noteRow = row!
    }
    const made = Array.from({ length: Math.min(batch, count - from) }, (_, i) =>
      rowsOf(next(), noteRow, from + i, authorId),
    )
    await db.transaction(async (tx) => {
      await tx.insert(entry).values(made.map((one) => one.entry))
      const answers = made.flatMap((one) => one.answer ?? [])
      if (answers.length > 0) await tx.insert(answer).values(answers)
      await tx.insert(revision).values(made.flatMap((one) => one.revisions))
      await writeDocs(
        tx,
        made.map((one) => one.doc),
        await indexesToWrite(tx),
      )
    })
  }
}

function rowsOf(
  text: { title: string; body: string },
  noteRow: { id: string; shortId: string },
  position: number,
  authorId: string,
) {
  const id = v7()
  const answerId = v7()
  const heads = { entry: v7(), answer: v7() }
  const answered = text.body !== ''
  const question = {
    id: heads.entry,
    entryId: id,
    title: text.title,
    markdown: '',
    substance: 'none' as const,
  }
  const told = { id: heads.answer, answerId, title: null, markdown: text.body, substance: 'full' as const }
  const doc: SearchDoc = {
    id,
    version: 1,
    title: text.title,
    aliases: [],
    headings: '',
    body: text.body,
    space: noteRow.shortId,
    tags: [],
    author: authorId,
    state: answered ? 'answered' : 'unanswered',
    asked: 0,
    acl: ['public'],
    updatedAt: Math.floor(Date.now() / 1000),
  }
  return {
    entry: { id, noteId: noteRow.id, position, headRevisionId: heads.entry, createdBy: authorId },
    answer: answered
      ? {
          id: answerId,
          entryId: id,
          position: 1,
          origin: 'import' as const,
          authorId,
          headRevisionId: heads.answer,
        }
      : undefined,
    revisions: (answered ? [question, told] : [question]).map((one) => ({
      ...one,
      number: 1,
      kind: 'import' as const,
      html: `<p>${one.markdown.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`,
      toc: [],
      rendererVersion: 1,
      sha256: createHash('sha256')
        .update(one.title === null ? one.markdown : `${one.title}\n\n${one.markdown}`)
        .digest(),
      authorId,
    })),
    doc,
  }
}
