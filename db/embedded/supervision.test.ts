import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ask, databaseProcesses } from '#lib/testing/database-process'

const { freshDataDir, preparedDataDir, open } = databaseProcesses()

const postmasterOf = (dataDir: string) =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

test('when it is told to stop, the server goes with it', async () => {
  const dataDir = preparedDataDir()
  const instance = await open(dataDir)

  const code = await instance.end('SIGTERM')

  expect(code).toBe(0)
  await expect(ask(instance.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

test('after a kill the next start adopts the server that lived on', async () => {
  const dataDir = preparedDataDir()
  const killed = await open(dataDir)
  const server = postmasterOf(dataDir)
  await killed.end('SIGKILL')

  const next = await open(dataDir)

  expect(postmasterOf(dataDir)).toBe(server)
  expect(next.url).toBe(killed.url)
  expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('after a kill of both the next start recovers what was confirmed', async () => {
  const dataDir = preparedDataDir()
  const killed = await open(dataDir)
  await ask(killed.url, `insert into tag (id, key, name) values (gen_random_uuid(), 'kept', 'kept')`)
  await killed.end('SIGKILL')
  process.kill(postmasterOf(dataDir), 'SIGKILL')

  const next = await open(dataDir)

  expect(await ask(next.url, `select name from tag`)).toEqual([{ name: 'kept' }])
})

test('when only the server is killed it comes back by itself, at the same address', async () => {
  const dataDir = preparedDataDir()
  const instance = await open(dataDir)
  const killed = postmasterOf(dataDir)

  process.kill(killed, 'SIGKILL')

  expect(await ask(instance.url, 'select 1 as one', 50)).toEqual([{ one: 1 }])
  expect(postmasterOf(dataDir)).not.toBe(killed)
})

test('a second instance is refused by name of the first, and a command is let in beside it', async () => {
  const dataDir = preparedDataDir()
  const first = await open(dataDir)

  const second = await open(dataDir)
  const command = await open(dataDir, 'visitor')

  expect(second.url).toBeUndefined()
  expect(second.output()).toContain(`already runs on this DATA_DIR (process ${first.pid})`)
  expect(await second.end('SIGTERM')).toBe(1)
  expect(command.url).toBe(first.url)
})

test('whoever leaves last stops the server', async () => {
  const dataDir = preparedDataDir()
  const instance = await open(dataDir)
  const command = await open(dataDir, 'visitor')

  await instance.end('SIGTERM')
  const stillServed = await ask(command.url, 'select 1 as one')
  await command.end('SIGTERM')

  expect(stillServed).toEqual([{ one: 1 }])
  await expect(ask(instance.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

test('two instances that start together on a fresh directory: one serves, the other is refused', async () => {
  const dataDir = freshDataDir()

  const both = await Promise.all([open(dataDir), open(dataDir)])

  expect(both.filter(({ url }) => url)).toHaveLength(1)
  expect(both.filter((one) => one.output().includes('already runs'))).toHaveLength(1)
})

test('a lock file that names somebody else does not keep the server from starting', async () => {
  const dataDir = preparedDataDir()
  const before = await open(dataDir)
  const cluster = join(dataDir, 'postgres')
  const lock = readFileSync(join(cluster, 'postmaster.pid'), 'utf8')
  await before.end('SIGTERM')
  writeFileSync(join(cluster, 'postmaster.pid'), lock.replace(/^\d+/, String(process.pid)))

  const next = await open(dataDir)

  expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }])
})
