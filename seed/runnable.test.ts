import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { linesOf, shippedFiles } from './shipped-entries.ts'

const run = promisify(execFile)
const blocks = shippedFiles().flatMap((file) =>
  file.entries.flatMap(({ title, answers }) =>
    answers.flatMap((answer) => runnableIn(answer).map((code) => ({ title, code }))),
  ),
)
const reason = unmet()
if (reason) console.log(`Skipped: the Python blocks of the handbook, ${reason}.`)

test('the handbook has Python that runs by itself', () => {
  expect(blocks.length).toBeGreaterThanOrEqual(80)
})

describe.skipIf(reason !== undefined)('Python of the handbook', () => {
  // Two by two, as there may be no more processors.
  test.each(pairsOf(blocks))('runs: $name', async ({ pair }) => {
    expect(await Promise.all(pair.map(failureOf))).toEqual(pair.map(() => null))
  })
})

/** What went wrong when the block ran alone in an empty folder and without network; null where nothing did. */
async function failureOf({ title, code }: { title: string; code: string }): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'handbook-'))
  try {
    const [program = '', ...args] = [...offline(), 'python3', '-X', 'utf8', '-c', code]
    await run(program, args, {
      cwd: folder,
      // For a block that never ends.
      timeout: 120_000,
      killSignal: 'SIGKILL',
      env: environment(folder),
    })
    return null
  } catch (error) {
    return `${title}: ${error instanceof Error ? error.message.slice(-600) : error}`
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const environment = (folder: string): NodeJS.ProcessEnv => ({
  NODE_ENV: 'test',
  PATH: process.env.PATH ?? '',
  HOME: folder,
  TMPDIR: folder,
  PYTHONDONTWRITEBYTECODE: '1',
})

/** A network namespace with nothing but loopback, where the system allows one. */
function offline(): string[] {
  const alone = ['unshare', '--net', '--map-root-user', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh']
  const [program = '', ...args] = [...alone, 'true']
  return spawnSync(program, args).status === 0 ? alone : []
}

/** Why the blocks cannot run here: they are written for Linux and Python 3.11. */
function unmet(): string | undefined {
  if (process.platform !== 'linux') return 'which are written for Linux'
  const version = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 11))'])
  if (version.error) return 'as there is no python3'
  return version.status === 0 ? undefined : 'as python3 is older than 3.11'
}

function runnableIn(answer: string): string[] {
  const found: string[] = []
  let inside = false
  for (const { text, isCode } of linesOf(answer)) {
    if (!isCode) inside = false
    else if (text === '```python runnable') {
      inside = true
      found.push('')
    } else if (text === '```') inside = false
    else if (inside) found[found.length - 1] += `${text}\n`
  }
  return found
}

function pairsOf<T extends { title: string }>(items: T[]): { name: string; pair: T[] }[] {
  return Array.from({ length: Math.ceil(items.length / 2) }, (_, at) => {
    const pair = items.slice(2 * at, 2 * at + 2)
    return { name: pair.map(({ title }) => title).join(' · '), pair }
  })
}
