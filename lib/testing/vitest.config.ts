import { defineConfig } from 'vitest/config'
import { clientReferences } from './client-references.ts'

export default defineConfig({
  plugins: [clientReferences()],
  ssr: { resolve: { conditions: ['react-server'] } },
  resolve: { conditions: ['react-server'] },
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['{lib,db,bin,seed,app}/**/*.test.ts'],
    globalSetup: ['lib/testing/global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
