import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type RealNote = { fileName: string; bytes: Buffer }

const folder = join(import.meta.dirname, '../../../shared/notes')

/**
 * The five real notes that lie beside the checkout, by name; undefined where they are absent, which is said once: skip the
 * tests that need them with `test.skipIf(!notes)`.
 */
export function realNotes(): RealNote[] | undefined {
  if (!existsSync(folder)) {
    console.log(`Skipped where real notes are needed: there is no ${folder}.`)
    return undefined
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((fileName) => ({ fileName, bytes: readFileSync(join(folder, fileName)) }))
}
