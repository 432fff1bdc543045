// What a person gets at the first start, for the length of a test run: `bin/start.mjs` on a data directory that goes again.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

const { DATABASE_URL: _, ...env } = process.env
const wiki = spawn(process.execPath, [join(import.meta.dirname, '..', 'bin', 'start.mjs')], {
  env,
  stdio: 'inherit',
})
// The whole group is told to stop; the wiki stops first.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => wiki.kill(signal))
wiki.on('exit', (code) => {
  rmSync(env.DATA_DIR, { recursive: true, force: true })
  process.exit(code ?? 1)
})
