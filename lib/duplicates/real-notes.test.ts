import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { duplicate } from '#db/schema/duplicates'
import { requireImporter } from '#lib/auth/importer'
import { importNote } from '#lib/notes/import-note'
import { testDatabase } from '#lib/testing/database'
import { realNotes } from '#lib/testing/notes'
import { proposeDuplicates } from './propose.ts'

testDatabase()

const notes = realNotes()
const inventory = join(import.meta.dirname, '../../../shared/notes-inventory.tsv')
const present = notes !== undefined && existsSync(inventory)

type Place = { id: string; note: string; topic: string; state: string }

/** Where each entry stands in its file, and the topic that somebody found it to be about. */
async function places(): Promise<Map<string, Place>> {
  const truth = new Map(
    readFileSync(inventory, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => {
        const [note = '', line = '', , , , , topic = ''] = row.split('\t')
        return [`${note} ${line}`, topic] as const
      }),
  )
  const rows = await database().execute<{ id: string; note: string; line: number; state: string }>(sql`
    select distinct on (entry.id) entry.id, left(note_import.file_name, 3) as note, note_piece.line, search_doc.state
    from entry join note_piece on note_piece.entry_id = entry.id join note_import on note_import.id = note_piece.import_id
      join search_doc on search_doc.id = entry.id
    order by entry.id, note_piece.line`)
  return new Map(
    rows.map(({ id, note, line, state }) => [
      id,
      { id, note, state, topic: truth.get(`${note} ${line}`) ?? '' },
    ]),
  )
}

test.skipIf(!present)('what the five notes ask more than once is proposed, and little else', async () => {
  const importer = await requireImporter()
  for (const { fileName, bytes } of notes ?? []) await importNote(importer, { fileName, bytes })

  await proposeDuplicates()

  const at = await places()
  const pairs = (await database().select().from(duplicate)).map(({ firstId, secondId }) => ({
    a: at.get(firstId)!,
    b: at.get(secondId)!,
  }))
  const right = pairs.filter(({ a, b }) => a.topic !== '' && a.topic === b.topic)
  const topics = new Map<string, Set<string>>()
  for (const { topic, note } of at.values())
    if (topic) topics.set(topic, (topics.get(topic) ?? new Set()).add(note))
  const shared = [...topics].filter(([, notes]) => notes.size > 1).map(([topic]) => topic)
  const found = new Set(right.filter(({ a, b }) => a.note !== b.note).map(({ a }) => a.topic))

  const everyone = [...at.values()]
  const open = everyone.filter(({ state }) => state === 'unanswered')
  const answerable = open.filter(({ topic }) =>
    everyone.some((other) => topic !== '' && other.topic === topic && other.state !== 'unanswered'),
  )
  const offers = (some: typeof pairs) =>
    open.filter((one) =>
      some.some(
        ({ a, b }) => (a === one && b.state !== 'unanswered') || (b === one && a.state !== 'unanswered'),
      ),
    )
  console.log(
    `${pairs.length} proposals, ${right.length} right (${((100 * right.length) / pairs.length).toFixed(1)} %), ` +
      `${found.size} of ${shared.length} shared topics; of ${open.length} open questions ${answerable.length} have an answer elsewhere, ` +
      `${offers(pairs).length} are offered one, ${offers(right).length} rightly`,
  )

  expect(shared).toHaveLength(36)
  expect(found.size).toBeGreaterThanOrEqual(30)
  expect(right.length / pairs.length).toBeGreaterThanOrEqual(0.8)
  expect(offers(right).length).toBeGreaterThanOrEqual(30)
})
