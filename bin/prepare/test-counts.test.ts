import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { countPlaywright, countVitest } from './test-counts.mjs'

function report(content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'errata-counts-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'report.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1, testResults: [] }
const playwright = { stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 1 }, errors: [] }

test('what passed and what was skipped is counted', () => {
  expect(countVitest(report(vitest), 0)).toEqual({ passed: 5, failed: 0, skipped: 3 })
  expect(countPlaywright(report(playwright), 0)).toEqual({ passed: 4, failed: 0, skipped: 1 })
})

test('a test file that cannot be run is a failure', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
  ]
  expect(countVitest(report({ ...vitest, numFailedTests: 1, testResults }), 1).failed).toBe(2)
})

test('a flaky test and an error outside tests are failures', () => {
  const stats = { expected: 1, unexpected: 1, flaky: 1, skipped: 0 }
  expect(countPlaywright(report({ stats, errors: [{}] }), 1).failed).toBe(3)
})

test('a bad end is never a success, with or without a report', () => {
  expect(countVitest(report(vitest), 1).failed).toBe(1)
  expect(countPlaywright(report(playwright), null).failed).toBe(1)
  expect(countVitest('/nowhere', 0).failed).toBe(1)
  expect(countPlaywright('/nowhere', 0).failed).toBe(1)
})
