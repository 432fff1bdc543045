import { expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database'
import { checkReadiness } from './readiness.ts'

testDatabase()

test('with a database and no search server it is ready, and nothing waits for an index', async () => {
  expect(await checkReadiness()).toEqual({
    ready: true,
    database: 'ok',
    search: { engine: 'postgres', degraded: false, pending: 0, parked: 0, lagSeconds: 0 },
  })
})
