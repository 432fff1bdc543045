import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { makeBundles } from './bundles.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { ensureBuild } from './pages-build.mjs'
import { progressOn } from './progress.mjs'
import { root } from './root.mjs'
import { outcomeOf } from './run.mjs'
import { countPlaywright, countVitest } from './test-counts.mjs'

/** @typedef {import('./test-counts.mjs').Counts} Counts */

const step = progressOn(process.stdout)
const tool = (path) => join(root, 'node_modules', path)

/** In this order: the cheap ones first, and what others need before them. */
const parts = {
  install: ['Dependencies', () => ensureDependencies(step)],
  lint: ['Lint', () => check(tool('@biomejs/biome/bin/biome'), 'check', '.')],
  types: ['Types', checkTypes],
  unused: ['Unused files, exports and dependencies', () => check(tool('knip/bin/knip.js'))],
  unit: ['Floors, unit and integration tests', runVitest],
  build: ['Production build', () => ensureBuild(step)],
  e2e: ['End-to-end in Chromium', runPlaywright],
}

/**
 * Runs the named parts, or all of them, prints how each went, and last of all the sum: each test counts, and each part that
 * is no test run counts as one.
 * @param {string[]} names
 * @returns {Promise<number>} the exit code
 */
export async function runChecks(names) {
  const unknown = names.filter((name) => !(name in parts))
  if (unknown.length > 0) {
    console.error(`There is no part ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`)
    return 2
  }
  process.chdir(root)
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  const needed =
    names.length === 0 ? Object.keys(parts) : ['install', ...names.filter((name) => name !== 'install')]
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const name of needed) {
    const counts = await runPart(...parts[name])
    for (const key of Object.keys(sum)) sum[key] += counts[key]
    // Without dependencies nothing else can run.
    if (name === 'install' && counts.failed > 0) break
  }
  console.log(
    `\n${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`,
  )
  return sum.failed === 0 ? 0 : 1
}

/** @returns {Promise<Counts>} */
async function runPart(heading, work) {
  console.log(`\n── ${heading}`)
  const began = performance.now()
  const counts = await work().then(
    (counted) => counted ?? { passed: 1, failed: 0, skipped: 0 },
    (error) => {
      console.error(error instanceof Error ? error.message : error)
      return { passed: 0, failed: 1, skipped: 0 }
    },
  )
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`── ${heading}: ${counts.failed === 0 ? 'ok' : 'FAILED'}, ${seconds} s`)
  return counts
}

async function check(program, ...args) {
  const { code } = await outcomeOf(process.execPath, [program, ...args], { show: true })
  if (code !== 0) throw new Error(`${program.split('/').at(-1)} found something to mend (exit code ${code}).`)
}

async function checkTypes() {
  // The types of routes and of style imports come from Next.
  const generated = await outcomeOf(process.execPath, [tool('next/dist/bin/next'), 'typegen'])
  if (generated.code !== 0) throw new Error(`next typegen failed:\n${generated.output}`)
  await check(tool('typescript/bin/tsc'), '--noEmit')
}

async function runVitest() {
  const report = freshReport('vitest')
  const { code } = await outcomeOf(
    process.execPath,
    [
      tool('vitest/vitest.mjs'),
      'run',
      '--config',
      'lib/testing/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { show: true, env: { NODE_ENV: 'test' } },
  )
  return countVitest(report, code)
}

async function runPlaywright() {
  await ensureBrowser(step)
  await makeBundles()
  await ensureBuild(step)
  const report = freshReport('playwright')
  const { code } = await outcomeOf(
    process.execPath,
    [tool('@playwright/test/cli.js'), 'test', '--config', 'e2e/playwright.config.ts'],
    { show: true, env: { ERRATA_E2E_REPORT: report } },
  )
  return countPlaywright(report, code)
}

// An old report would count for a run that never wrote its own.
function freshReport(name) {
  const path = join(root, '.build', `${name}.json`)
  mkdirSync(join(root, '.build'), { recursive: true })
  rmSync(path, { force: true })
  return path
}
