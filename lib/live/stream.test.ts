import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Hub } from './hub.ts'
import { openStream, type Source } from './stream.ts'

const patiently = { timeout: 15_000 }

type Given = { state?: object | undefined; lastEventId?: string }

/** A stream of something with the topic `entry:1`, and what has come of it so far. */
function given({ state = { number: 1 }, lastEventId }: Given = {}) {
  const hub = new Hub()
  const leaving = new AbortController()
  const source: Source & { now: object | undefined; looks: number } = {
    now: state,
    looks: 0,
    topics: ['entry:1'],
    isPerishable: false,
    look: async () => {
      source.looks++
      return source.now
    },
  }
  let ended = 0
  const stream = openStream(hub, source, {
    lastEventId: lastEventId ?? null,
    signal: leaving.signal,
    onEnd: () => ended++,
  })
  const heard: string[] = []
  const decoder = new TextDecoder()
  const isOver = stream.pipeTo(
    new WritableStream({
      write: (chunk) => void heard.push(...decoder.decode(chunk).split('\n\n').filter(Boolean)),
    }),
  )
  const data = () => heard.flatMap((each) => /^data: (.*)$/m.exec(each)?.[1] ?? [])
  return { hub, source, leaving, heard, data, isOver, ended: () => ended }
}

test('whoever comes hears how it stands, and again when it has changed', async () => {
  // given
  const { hub, source, data } = given()
  await expect.poll(data, patiently).toEqual(['{"number":1}'])
  // when
  source.now = { number: 2 }
  hub.tell('entry:1')
  // then
  await expect.poll(data, patiently).toEqual(['{"number":1}', '{"number":2}'])
})

test('what comes together is looked at once, and what did not change is not told', async () => {
  const { hub, source, data } = given()
  await expect.poll(data, patiently).toHaveLength(1)

  for (let at = 0; at < 50; at++) hub.tell('entry:1')
  hub.tell('entry:2')
  await expect.poll(() => source.looks, patiently).toBe(2)
  hub.tellAll()

  await expect.poll(() => source.looks, patiently).toBe(3)
  expect(data()).toEqual(['{"number":1}'])
})

test('whoever comes back with the last event hears nothing that they know', async () => {
  const first = given()
  await expect.poll(first.data, patiently).toHaveLength(1)
  const id = /^id: (.*)$/m.exec(first.heard.join('\n'))?.[1] ?? ''

  const again = given({ lastEventId: id })
  await expect.poll(() => again.source.looks, patiently).toBe(1)
  again.source.now = { number: 2 }
  again.hub.tell('entry:1')

  await expect.poll(again.data, patiently).toEqual(['{"number":2}'])
})

test('a change while somebody looks is looked at once more', async () => {
  const { hub, source, data } = given()
  await expect.poll(data, patiently).toHaveLength(1)
  source.look = async () => {
    const seen = source.now
    await wait(100)
    return seen
  }
  hub.tell('entry:1')
  await wait(200)

  source.now = { number: 2 }
  hub.tell('entry:1')

  await expect.poll(data, patiently).toEqual(['{"number":1}', '{"number":2}'])
})

test('a stream ends when the reader leaves, when they may not look any more, and when the instance ends', async () => {
  const left = given()
  const lost = given()
  const closed = given()
  for (const { data } of [left, lost, closed]) await expect.poll(data, patiently).toHaveLength(1)

  left.leaving.abort()
  lost.source.now = undefined
  lost.hub.tell('entry:1')
  closed.hub.close()

  for (const { isOver, hub, ended } of [left, lost, closed]) {
    await isOver
    expect([ended(), hub.size.topics]).toEqual([1, 0])
  }
  expect(lost.heard.at(-1)).toBe('event: end\ndata:')
  expect(closed.heard.join()).not.toContain('event: end')
})

test('a look that fails ends nothing', async () => {
  const { hub, source, data } = given()
  await expect.poll(data, patiently).toHaveLength(1)
  const { look } = source
  source.look = async () => {
    throw new Error('The database is away.')
  }
  hub.tell('entry:1')
  await wait(300)

  source.look = look
  source.now = { number: 2 }
  hub.tell('entry:1')

  await expect.poll(data, patiently).toEqual(['{"number":1}', '{"number":2}'])
})

test('connections are bounded per person, per address and overall, and a place given back is free', () => {
  const hub = new Hub()
  const mine = Array.from({ length: 20 }, () => hub.takeSeat('person', 'me'))
  expect(mine).not.toContain(undefined)
  expect(hub.takeSeat('person', 'me')).toBeUndefined()
  expect(hub.takeSeat('person', 'you')).toBeDefined()

  mine[0]?.()
  mine[0]?.()
  expect(hub.takeSeat('person', 'me')).toBeDefined()
  expect(hub.takeSeat('person', 'me')).toBeUndefined()

  let taken = 0
  for (let address = 0; address < 40; address++)
    for (let at = 0; at < 100; at++) if (hub.takeSeat('address', String(address))) taken++
  expect(hub.size.connections).toBe(2_000)
  expect(taken).toBe(2_000 - 21)
})

test('an instance that ends lets nobody in', () => {
  const hub = new Hub()
  hub.close()
  expect(hub.takeSeat('person', 'me')).toBeUndefined()
})
