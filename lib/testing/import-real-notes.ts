import { requireImporter } from '#lib/auth/importer'
import { importNote } from '#lib/notes/import-note'
import { realNotes } from './notes.ts'

/** Brings the five real notes in, where they are there. */
export async function importRealNotes(): Promise<void> {
  const viewer = await requireImporter()
  for (const { fileName, bytes } of realNotes() ?? []) await importNote(viewer, { fileName, bytes })
}
