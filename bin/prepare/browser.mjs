import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { outcomeOf } from './run.mjs'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * Sees to a Chromium for the end-to-end tests: CHROMIUM_PATH, the system's, Playwright's own, else the distribution's.
 * @param {import('./progress.mjs').Step} step
 */
export async function ensureBrowser(step) {
  const { CHROMIUM_PATH: named } = process.env
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not there.`)
  if (named || installed.some((path) => existsSync(path)) || (await hasOwn())) return
  const download = await step('Installing Chromium', () =>
    outcomeOf(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'], {
      timeout: 120_000,
    }),
  )
  if (download.code === 0 && (await canStart())) return
  const packaged = await step("Installing the distribution's Chromium", installPackage)
  if (packaged && installed.some((path) => existsSync(path))) return
  throw new Error(
    'There is no Chromium for the end-to-end tests, and none could be installed. Install one (Debian: apt-get install -y chromium fonts-noto-cjk) or name one in CHROMIUM_PATH.',
  )
}

async function hasOwn() {
  const { chromium } = await import('@playwright/test')
  return existsSync(chromium.executablePath()) && canStart()
}

// A downloaded browser may lack libraries of the system.
async function canStart() {
  const { chromium } = await import('@playwright/test')
  try {
    const browser = await chromium.launch({ args: ['--no-sandbox', '--disable-gpu'] })
    await browser.close()
    return true
  } catch {
    return false
  }
}

async function installPackage() {
  if (!has('apt-get')) return false
  const prefix = process.getuid?.() === 0 ? [] : has('sudo') ? ['sudo', '-n'] : undefined
  if (!prefix) return false
  const apt = async (...args) => {
    const [program, ...rest] = [...prefix, 'apt-get', ...args]
    return outcomeOf(program, rest, { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeout: 600_000 })
  }
  await apt('update')
  return (await apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')).code === 0
}

const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
