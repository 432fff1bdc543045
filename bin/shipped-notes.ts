import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { driver } from '#db/client'
import type { Step } from './step.ts'

const folder = join(import.meta.dirname, '..', 'seed', 'notes')
// Any number that is ours alone: of several instances that start together, one imports.
const lock = 736_120_303

/** Imports each note that ships with the product once; whoever trashes or changes it later keeps that. */
export async function importShippedNotes(step: Step): Promise<void> {
  if ((await listMissing()).length === 0) return
  const connection = await driver().reserve()
  try {
    await connection`select pg_advisory_lock(${lock})`
    const missing = await listMissing()
    // A bundle of its own, loaded here: later starts need no importer.
    const { importShipped } = await import(new URL('./import-shipped.mjs', import.meta.url).href)
    await step('Importing the shipped notes', () => importShipped(missing.map((name) => join(folder, name))))
  } finally {
    await connection`select pg_advisory_unlock(${lock})`
    connection.release()
  }
}

async function listMissing(): Promise<string[]> {
  const shipped = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort()
  const sql = driver()
  const rows = await sql<{ name: string }[]>`
    select distinct file_name as name from note_import where file_name in ${sql(shipped)}`
  return shipped.filter((name) => !rows.some((row) => row.name === name))
}
