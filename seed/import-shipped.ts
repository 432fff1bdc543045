import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { requireImporter } from '#lib/auth/importer'
import { importNote } from '#lib/notes/import-note'

/** Imports files through the same verb as everybody's notes, in the given order. */
export async function importShipped(paths: string[]): Promise<void> {
  const importer = await requireImporter()
  for (const path of paths)
    await importNote(importer, { fileName: basename(path), bytes: await readFile(path) })
}
