import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from './root.mjs'
import { run } from './run.mjs'

const stamp = join(root, 'node_modules', '.errata-installed')

/**
 * Installs what package-lock.json names, unless that was done.
 * @param {import('./progress.mjs').Step} step
 */
export async function ensureDependencies(step) {
  const lock = readFileSync(join(root, 'package-lock.json'))
  const wanted = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!isInstalled(JSON.parse(lock))) await step('Installing dependencies', install)
  writeFileSync(stamp, wanted)
}

// Somebody may have run npm by hand: what npm noted in node_modules then agrees with the lock file.
function isInstalled(lock) {
  const noted = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(noted)) return false
  const installed = JSON.parse(readFileSync(noted, 'utf8')).packages
  return Object.entries(lock.packages).every(
    ([path, wanted]) =>
      path === '' || installed[path]?.version === wanted.version || (!installed[path] && mayLack(wanted)),
  )
}

function mayLack({ optional, os, cpu, libc }) {
  if (!optional) return false
  return !os?.includes(process.platform) || !cpu?.includes(process.arch) || Boolean(libc)
}

async function install() {
  const { npm_execpath: npm = '' } = process.env
  // Development tools build the pages, so they belong to it whatever NODE_ENV says.
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  if (basename(npm) === 'npm-cli.js') await run(process.execPath, [npm, ...args])
  else await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args)
}
