// What a person gets at the first start, for the length of a test run: `bin/start.mjs` on a data directory that goes again.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

const { DATABASE_URL: _, DATA_DIR: dataDir, ...env } = process.env
if (!dataDir) throw new Error('DATA_DIR says where the wiki of this run lives.')
const wiki = spawn(process.execPath, [join(import.meta.dirname, '..', 'bin', 'start.mjs')], {
  env: { ...env, DATA_DIR: dataDir },
  stdio: 'inherit',
})
// The whole group is told to stop; the wiki stops first.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => wiki.kill(signal))
wiki.on('exit', (code) => {
  rmSync(dataDir, { recursive: true, force: true })
  process.exit(code ?? 1)
})
