import { expect, test } from 'vitest'
import { requireImporter } from '#lib/auth/importer'
import { guest } from '#lib/auth/viewer'
import { importNote } from '#lib/notes/import-note'
import { EntrySearch } from '#lib/search/input'
import { searchEntries } from '#lib/search/search'
import { testDatabase } from './database.ts'
import { isRight, judgedQueries } from './judged.ts'
import { realNotes } from './notes.ts'

testDatabase()
const notes = realNotes()

test.skipIf(!notes)(
  'the judged queries find what they should in the five notes as they are imported',
  async () => {
    const importer = await requireImporter()
    for (const note of notes ?? []) await importNote(importer, note)

    const { queries } = judgedQueries()
    let first = 0
    let firstFive = 0
    for (const { q, expect: expected } of queries) {
      const { hits } = await searchEntries(guest, EntrySearch.parse({ q, limit: 5 }))
      if (isRight(hits[0]?.title ?? '', expected)) first++
      if (hits.some(({ title }) => isRight(title, expected))) firstFive++
    }

    console.log(`judged queries: success@1 ${first} of ${queries.length}, success@5 ${firstFive}`)
    expect(first / queries.length).toBeGreaterThanOrEqual(0.95)
    expect(firstFive / queries.length).toBeGreaterThanOrEqual(0.97)
  },
  120_000,
)
