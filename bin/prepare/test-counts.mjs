import { readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Counts a Vitest JSON report. A file that could not be run counts as one failure, and so does a bad end nobody explains.
 * @param {string} path
 * @param {number | null} exitCode
 * @returns {Counts}
 */
export function countVitest(path, exitCode) {
  const report = read(path)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  )
  return explained(exitCode, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  })
}

/**
 * Counts a Playwright JSON report. A flaky test counts as failed, and so does an error outside any test.
 * @param {string} path
 * @param {number | null} exitCode
 * @returns {Counts}
 */
export function countPlaywright(path, exitCode) {
  const report = read(path)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = report.stats
  return explained(exitCode, { passed: expected, failed: unexpected + flaky + report.errors.length, skipped })
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function explained(exitCode, counts) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}
