import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ask, databaseProcesses } from '#lib/testing/database-process'

const { freshDataDir, preparedDataDir, open } = databaseProcesses()

test('a fresh data directory is closed to others, and the application cannot change what was written', async () => {
  const dataDir = freshDataDir()

  const { url } = await open(dataDir)

  const rows = await ask(
    url,
    `select current_user as name, rolsuper or rolcreatedb or rolcreaterole or rolreplication as mighty,
       current_setting('server_encoding') as encoding, current_setting('listen_addresses') as addresses,
       has_table_privilege('revision', 'insert') as may_add, has_table_privilege('revision', 'update') as may_change,
       has_table_privilege('revision', 'delete') as may_remove, has_table_privilege('revision', 'truncate') as may_empty
     from pg_roles where rolname = current_user`,
  )
  expect(rows).toEqual([
    {
      name: 'errata_app',
      mighty: false,
      encoding: 'UTF8',
      addresses: '127.0.0.1',
      may_add: true,
      may_change: false,
      may_remove: false,
      may_empty: false,
    },
  ])
  expect(statSync(dataDir).mode & 0o777).toBe(0o700)
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
  expect(statSync(join(dataDir, 'postgres.log')).mode & 0o777).toBe(0o600)
})

test('a wrong password is refused', async () => {
  const { url = '' } = await open(preparedDataDir())

  const wrong = new URL(url)
  wrong.password = 'password'

  await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
})

test('a port that somebody took in the meantime is replaced', async () => {
  const dataDir = preparedDataDir()
  const before = await open(dataDir)
  await before.end('SIGTERM')
  const port = Number(new URL(before.url ?? '').port)
  const squatter = await listenOn(port)
  onTestFinished(() => void squatter.close())

  const next = await open(dataDir)

  expect(next.url).not.toBe(before.url)
  expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a server that could lose what it confirmed is refused', async () => {
  const dataDir = preparedDataDir()
  const before = await open(dataDir)
  await before.end('SIGTERM')
  writeFileSync(join(dataDir, 'postgres', 'postgresql.auto.conf'), 'fsync = off\n')

  const next = await open(dataDir)

  expect(next.url).toBeUndefined()
  expect(next.output()).toContain('fsync is off, should be on')
})

test("a directory with somebody else's files is left alone", async () => {
  const dataDir = freshDataDir()
  mkdirSync(dataDir, { mode: 0o755 })
  writeFileSync(join(dataDir, 'thesis.txt'), 'mine')

  const opened = await open(dataDir)

  expect(opened.output()).toContain("holds files that are not Errata's")
  expect(statSync(dataDir).mode & 0o777).toBe(0o755)
})

test('lost passwords are named', async () => {
  const dataDir = preparedDataDir()
  const before = await open(dataDir)
  await before.end('SIGTERM')
  rmSync(join(dataDir, 'secrets.json'))

  const next = await open(dataDir)

  expect(next.output()).toContain('secrets.json is missing')
})

test.skipIf(process.getuid?.() !== 0)(
  'root starts below a directory that is closed to everybody else',
  async () => {
    const dataDir = freshDataDir(0o700)

    const opened = await open(dataDir)

    const place = readFileSync(join(dataDir, 'postgres.place'), 'utf8').trim()
    onTestFinished(() => rmSync(place, { recursive: true, force: true }))
    expect(await ask(opened.url, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    expect(statSync(place).mode & 0o777).toBe(0o700)
    await opened.end('SIGTERM')
    expect((await open(dataDir)).url).toBe(opened.url)
  },
)

function listenOn(port: number): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}
