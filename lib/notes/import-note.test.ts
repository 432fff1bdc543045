import { expect, test } from 'vitest'
import { requireImporter } from '#lib/auth/importer'
import { testDatabase } from '#lib/testing/database'
import { realNotes } from '#lib/testing/notes'
import { importNote } from './import-note.ts'

testDatabase()
const notes = realNotes()

test.skipIf(!notes)('the five notes come in, and a second time nothing changes', async () => {
  const viewer = await requireImporter()
  for (const note of notes ?? []) {
    const t = performance.now()
    const first = await importNote(viewer, note)
    console.log(note.fileName, first, Math.round(performance.now() - t))
    const again = await importNote(viewer, note)
    expect(again).toMatchObject({ noteId: first.noteId, number: 1, created: 0, changed: 0, conflicts: [] })
  }
})
