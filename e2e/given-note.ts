import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const command = join(import.meta.dirname, '..', 'bin', 'import.mjs')

/** Brings notes into the shared wiki as their files, each named by its title. */
export async function givenNotes(notes: Record<string, string>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'errata-notes-'))
  const files = Object.entries(notes).map(([title, text]) => {
    const file = join(folder, `${title}.md`)
    writeFileSync(file, `# ${title}\n\n${text}`)
    return file
  })
  const { DATABASE_URL: _, ...env } = process.env
  await run(process.execPath, [command, ...files], { env: { ...env, DATA_DIR: process.env.ERRATA_E2E_DATA } })
  rmSync(folder, { recursive: true })
}
