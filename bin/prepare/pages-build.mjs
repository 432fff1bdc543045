import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeBundles } from './bundles.mjs'
import { compressFiles } from './compress.mjs'
import { root } from './root.mjs'
import { run } from './run.mjs'

const stamp = join(root, '.next', 'errata-built')
const environment = {
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  // Names the actions alike in every build, so that a page opened before an update can still send what was written in it. It is
  // no secret: it would encrypt values that an action closes over, and `app/inventory.test.ts` sees to it that none does.
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.from('the same in every build of ours!').toString('base64'),
}

/**
 * Builds what is served, unless it was built from these very sources.
 * @param {import('./progress.mjs').Step} step
 */
export async function ensureBuild(step) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()) return
  await makeBuild(step)
}

/** @param {import('./progress.mjs').Step} step */
export async function makeBuild(step) {
  const built = fingerprint()
  rmSync(stamp, { force: true })
  await step('Bundling the server', () => makeBundles())
  await step('Building the pages', buildPages)
  await step('Compressing files', () => compressFiles(join(root, '.next', 'static')))
  writeFileSync(stamp, built)
}

async function buildPages() {
  const output = join(root, '.next')
  const next = join(root, 'node_modules/next/dist/bin/next')
  const build = () => run(process.execPath, [next, 'build'], { env: environment })
  const hadCache = existsSync(output)
  try {
    await build()
  } catch (error) {
    // The cache of a build that failed goes on failing when the cause is gone (seen with a missing style sheet).
    rmSync(output, { recursive: true, force: true })
    if (!hadCache) throw error
    await build()
  }
}

/** A hash of everything that the build reads. */
function fingerprint() {
  const hash = createHash('sha256').update(process.platform + process.arch)
  const top = readdirSync(root).filter((name) => /^[^.].*\.(json|js|mjs)$/.test(name))
  for (const path of [...top, ...['app', 'bin', 'db', 'lib', 'public', 'seed'].flatMap(filesIn)].sort())
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  return `${hash.digest('hex')}\n`
}

function filesIn(folder) {
  if (!existsSync(join(root, folder))) return []
  return (
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && !file.name.includes('.test.') && !file.name.endsWith('.md'))
      .map((file) => join(file.parentPath, file.name).slice(root.length))
      // Written by the development server, read by nobody else.
      .filter((path) => !path.startsWith(join('public', '_reader')))
      // What tests stand on is in no build.
      .filter((path) => !path.startsWith(join('lib', 'testing')))
  )
}
