import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { startWiki } from '../lib/testing/wiki.ts'

const run = promisify(execFile)

test('application and database are killed under writing clients, and nothing that was acknowledged is lost', async () => {
  const { DATABASE_URL: _, ...env } = process.env
  // How soon it is ready again says nothing on a machine that runs other tests: it is measured by `npm run crash-test`.
  const args = [
    'bin/crash-test.mjs',
    '--cycles',
    '3',
    '--clients',
    '8',
    '--seed',
    '7',
    '--ready-within',
    '120',
  ]
  const { stdout } = await run(process.execPath, args, { cwd: join(import.meta.dirname, '..'), env })

  expect(stdout).toContain('Lost 0, doubled 0, out of chain 0, incomplete 0, unseen by readers 0.')
})

test('a wiki that nobody listens to any more stops when it is told to', async () => {
  const wiki = await startWiki()
  wiki.stopReading()
  await wiki.stop()

  await expect(fetch(`${wiki.url}/api/health`)).rejects.toThrow()
})
