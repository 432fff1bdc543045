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

test.each([
  [{ OIDC_ISSUER: 'https://id.example' }, ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']],
  [{ GITHUB_SECRET: 'x' }, ['GITHUB_ID']],
  [{ ADMIN_EMAIL: 'a@example.com' }, ['ADMIN_PASSWORD']],
  [{ SMTP_URL: 'smtp://127.0.0.1', MAIL_FROM: 'wiki@example.com' }, ['PUBLIC_URL']],
])('half of what goes together is named with what is missing: %j', (given, missing) => {
  for (const name of missing) expect(() => parseEnv(given)).toThrow(`  ${name}: is missing`)
  expect(parseEnv({ PUBLIC_URL: 'https://wiki.example' }).PUBLIC_URL).toBe('https://wiki.example')
})
