import { relative, resolve } from 'node:path'
import { bundleUrl, makeBundles } from './bundles.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { progressOn } from './progress.mjs'
import { root } from './root.mjs'

const startedIn = process.cwd()

/**
 * Runs a command line bundle with a database beside or without a running server. What it prints is its own: progress goes
 * to stderr. Its `main(argv)` returns the exit code.
 * @param {'import' | 'export' | 'reindex' | 'duplicates'} name
 * @param {(argv: string[]) => boolean} needsDatabase
 */
export async function runCommand(name, needsDatabase) {
  const step = progressOn(process.stderr)
  const argv = process.argv.slice(2).map(asSeenFromRoot)
  if (process.env.DATA_DIR) process.env.DATA_DIR = resolve(process.env.DATA_DIR)
  process.chdir(root)
  process.env.NODE_ENV = 'production'
  await ensureDependencies(step)
  await makeBundles([name, 'database', 'render-worker'])
  const { main } = await import(bundleUrl(name))
  if (!needsDatabase(argv)) return end(await main(argv))
  const { openDatabase } = await import(bundleUrl('database'))
  const database = await step('Opening the database', () =>
    openDatabase('visitor', (line) => console.error(line)),
  )
  const code = await main(argv).finally(() => database.close())
  end(code)
}

// The program works in the checkout; files are named from where the command was given, which npm remembers.
function asSeenFromRoot(word) {
  const { npm_lifecycle_script: script = '', INIT_CWD: place } = process.env
  const from = place && script.startsWith('node bin/') ? place : startedIn
  return word.startsWith('-') || resolve(from) === resolve(root) ? word : relative(root, resolve(from, word))
}

// Idle render workers would keep the process; what was printed has to leave first.
function end(code) {
  process.stdout.write('', () => process.exit(code))
}
