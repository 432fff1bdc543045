import { expect, test } from 'vitest'
import { parseEnv } from './env.ts'

test('without variables everything has its default', () => {
  expect(parseEnv({})).toMatchObject({ PORT: 3000, PUBLIC_READ: true, ERRATA_SEED: 'shipped' })
  expect(parseEnv({}).DATABASE_URL).toBeUndefined()
})

test('an empty variable counts as none', () => {
  expect(parseEnv({ PORT: '', DATABASE_URL: '' })).toEqual(parseEnv({}))
})

test('every wrong variable is named in one message', () => {
  const wrong = () =>
    parseEnv({ PORT: 'eighty', DATABASE_URL: 'mysql://somewhere', PUBLIC_READ: 'maybe', ERRATA_SEED: 'all' })

  for (const name of ['PORT', 'DATABASE_URL', 'PUBLIC_READ', 'ERRATA_SEED'])
    expect(wrong).toThrow(`  ${name}: `)
  expect(wrong).toThrow('must look like postgres://')
})

test.each(['-1', '65536', '3000.5', 'eighty', '0x50'])('%s is no port', (port) => {
  expect(() => parseEnv({ PORT: port })).toThrow('  PORT: must be a whole number from 0 to 65535')
})
