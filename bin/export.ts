import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { requireImporter } from '#lib/auth/importer'
import { exportNote } from '#lib/notes/export-note'
import { freeName, safeFileName } from '#lib/notes/file-name'
import { listNotes } from '#lib/notes/queries'
import { Refusal } from '#lib/refusal'

const usage = `Usage: npm run export -- DIR

Writes every note into DIR under the name of its file: the same bytes where nothing was changed, else only the changed
lines differ. Files of these names are replaced.

  -h, --help  show this`

const options = { help: { type: 'boolean', short: 'h', default: false } } as const

/** Runs the command line; returns its exit code: 0, 1 where a note could not be written, 2 where the command was wrong. */
export async function main(argv: string[]): Promise<number> {
  const command = parse(argv)
  if (command?.values.help) {
    console.log(usage)
    return 0
  }
  const [folder, ...more] = command?.positionals ?? []
  if (!command || folder === undefined || more.length > 0) {
    console.error(command ? `Name one folder to write to.\n\n${usage}` : usage)
    return 2
  }
  return exportAll(folder)
}

function parse(argv: string[]) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    console.error(error.message)
    return undefined
  }
}

async function exportAll(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true })
  const viewer = await requireImporter()
  const taken = new Set<string>()
  let bad = 0
  for (const note of await listNotes()) {
    try {
      const { fileName, bytes } = await exportNote(viewer, note.id)
      const path = join(folder, freeName(safeFileName(fileName), taken))
      await writeWhole(path, bytes)
      console.error(`${path}: ${bytes.length} bytes.`)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      console.error(`${note.title}: ${error.message}`)
      bad++
    }
  }
  const written = taken.size
  console.error(`${written} ${written === 1 ? 'note' : 'notes'} written to ${folder}.`)
  return bad > 0 ? 1 : 0
}

async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const draft = `${path}.part`
  await writeFile(draft, bytes)
  await rename(draft, path)
}
