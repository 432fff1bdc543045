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
    // Generous: a busy machine is slow, and no test depends on time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
