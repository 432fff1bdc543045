import { randomInt } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { admin, secret } from './admin.ts'
import { chromiumOptions } from './chromium.ts'

// Every worker reads this file again and finds what the first reading chose.
process.env.ERRATA_E2E_PORT ??= String(randomInt(20_000, 32_000))
// Notes are imported beside the running wiki, as a person would at the command line.
process.env.ERRATA_E2E_DATA ??= mkdtempSync(join(tmpdir(), 'errata-e2e-'))
const url = `http://127.0.0.1:${process.env.ERRATA_E2E_PORT}`

export default defineConfig({
  testDir: '.',
  globalSetup: './prepare.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  // Generous: a busy machine is slow, and what is waited for is a state, never a time.
  timeout: 300_000,
  expect: { timeout: 45_000 },
  reporter: process.env.ERRATA_E2E_REPORT
    ? [['list'], ['json', { outputFile: process.env.ERRATA_E2E_REPORT }]]
    : 'list',
  use: {
    baseURL: url,
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    launchOptions: chromiumOptions(),
    // A trace of every test costs a quarter of the run; `--trace on` records one of whatever is to be looked at.
    screenshot: 'only-on-failure',
  },
  projects: [{ name: 'chromium' }],
  webServer: {
    command: 'node fresh-wiki.mjs',
    url: `${url}/api/health`,
    env: {
      PORT: process.env.ERRATA_E2E_PORT,
      HOST: '127.0.0.1',
      DATA_DIR: process.env.ERRATA_E2E_DATA,
      AUTH_SECRET: secret,
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
      // Each test then comes from an address of its own, so that they do not use up each other's tries.
      TRUST_PROXY: 'true',
    },
    timeout: 900_000,
    stdout: 'pipe',
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
})
