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
/** @typedef {Counts & { heading: string, seconds: number }} Result */

const tool = (path) => join(root, 'node_modules', path)

const parts = {
  install: ['Dependencies', ({ step }) => ensureDependencies(step)],
  lint: ['Lint', (way) => check(way, tool('@biomejs/biome/bin/biome'), 'check', '.')],
  unused: ['Unused files, exports and dependencies', (way) => check(way, tool('knip/bin/knip.js'))],
  unit: ['Floors, unit and integration tests', runVitest],
  types: ['Types', checkTypes],
  build: ['Production build', ({ step }) => ensureBuild(step)],
  e2e: ['End-to-end in Chromium', runPlaywright],
}

/** One stage after the other; within a stage the second lane fills what the first leaves idle, each in its order. */
const stages = [
  [['install']],
  [
    ['lint', 'unused', 'unit'],
    ['types', 'build'],
  ],
  [['e2e']],
]

/** The first lane shows what its programs say as they say it, another at the end of each part. */
const openly = { show: true, step: progressOn(process.stdout) }
const quietly = { show: false, step: (_label, work) => work() }

/**
 * Runs the named parts, or all of them, prints how each went and how long each took, and last of all the sum: each test
 * counts, and each part that is no test run counts as one.
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
  const isNeeded = (name) => names.length === 0 || name === 'install' || names.includes(name)
  const began = performance.now()
  /** @type {Result[]} */
  const results = []
  for (const lanes of stages) {
    const needed = lanes.map((lane) => lane.filter(isNeeded)).filter((lane) => lane.length > 0)
    const runs = needed.map((lane, at) => runLane(lane, at === 0 ? openly : quietly))
    results.push(...(await Promise.all(runs)).flat())
    // Without dependencies nothing else can run.
    if (results[0]?.failed) break
  }
  printSeconds(results, secondsSince(began))
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  const skipped = sum('skipped')
  console.log(
    `\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  )
  return sum('failed') === 0 ? 0 : 1
}

/** @returns {Promise<Result[]>} */
async function runLane(names, way) {
  const results = []
  for (const name of names) results.push(await runPart(...parts[name], way))
  return results
}

/** @returns {Promise<Result>} */
async function runPart(heading, work, way) {
  if (way.show) console.log(`\n── ${heading}`)
  const began = performance.now()
  const counts = await work(way).then(
    (counted) => counted ?? { passed: 1, failed: 0, skipped: 0 },
    (error) => {
      console.error(error instanceof Error ? error.message : error)
      return { passed: 0, failed: 1, skipped: 0 }
    },
  )
  const seconds = secondsSince(began)
  console.log(`── ${heading}: ${counts.failed === 0 ? 'ok' : 'FAILED'}, ${seconds.toFixed(1)} s`)
  return { ...counts, heading, seconds }
}

const secondsSince = (began) => (performance.now() - began) / 1000

/** The lanes of a stage run side by side, so the whole is less than the sum. */
function printSeconds(results, whole) {
  const rows = [...results, { heading: 'All, side by side', seconds: whole }]
  const width = Math.max(...rows.map(({ heading }) => heading.length))
  console.log('\n── Seconds')
  for (const { heading, seconds } of rows)
    console.log(`${heading.padEnd(width)} ${seconds.toFixed(1).padStart(7)}`)
}

async function check({ show }, program, ...args) {
  const { code, output } = await outcomeOf(process.execPath, [program, ...args], { show })
  if (code === 0) return
  throw new Error(`${output}${program.split('/').at(-1)} found something to mend (exit code ${code}).`)
}

async function checkTypes(way) {
  // The types of routes and of style imports come from Next.
  const generated = await outcomeOf(process.execPath, [tool('next/dist/bin/next'), 'typegen'])
  if (generated.code !== 0) throw new Error(`next typegen failed:\n${generated.output}`)
  await check(way, tool('typescript/bin/tsc'), '--noEmit')
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

async function runPlaywright({ step }) {
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
