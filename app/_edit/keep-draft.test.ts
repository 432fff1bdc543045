import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DraftStore, KeptHere } from './draft-store.ts'
import { type DraftState, keepDraft, type Sent } from './keep-draft.ts'
import type { Version } from './version.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const version = (markdown: string): Version => ({ title: null, markdown, baseId: 'base' })

function given({ isForbidden = false } = {}) {
  let kept: KeptHere | undefined
  const sent: string[] = []
  const states: DraftState[] = []
  const server: { answer: (version: Version) => Promise<Sent> } = {
    answer: async () => ({ savedAt: 1_000 + sent.length }),
  }
  const store: DraftStore = {
    read: async () => kept,
    write: async (draft) => {
      if (isForbidden) throw new Error('There is no room.')
      kept = draft
    },
    remove: async () => {
      kept = undefined
    },
  }
  const keeper = keepDraft({
    store,
    send: (each) => {
      sent.push(each.markdown)
      return server.answer(each)
    },
    serverSavedAt: null,
    onState: (state) => states.push(state),
  })
  return { keeper, kept: () => kept, sent, states, server }
}

test('what is written is in the browser at once and on the server within a second', async () => {
  const { keeper, kept, sent, states } = given()

  keeper.change(version('one'))
  await vi.advanceTimersByTimeAsync(0)
  expect(kept()).toMatchObject({ markdown: 'one', isSent: false })
  await vi.advanceTimersByTimeAsync(1_000)

  expect(sent).toEqual(['one'])
  expect(kept()).toMatchObject({ markdown: 'one', isSent: true, serverSavedAt: 1_001 })
  expect(states.at(-1)).toBe('saved')
})

test('keys that follow each other without an end are sent too, the latest each time', async () => {
  const { keeper, sent } = given()

  for (let at = 0; at < 20; at++) {
    keeper.change(version(`text ${at}`))
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(sent.length).toBeGreaterThan(2)
  await vi.advanceTimersByTimeAsync(1_000)

  expect(sent.at(-1)).toBe('text 19')
})

test('a change that comes while one is sent is sent after it', async () => {
  const { keeper, kept, sent, states, server } = given()
  let arrive = (_: Sent) => {}
  server.answer = () => new Promise((resolve) => (arrive = resolve))

  keeper.change(version('one'))
  await vi.advanceTimersByTimeAsync(500)
  keeper.change(version('two'))
  arrive({ savedAt: 7 })
  await vi.advanceTimersByTimeAsync(0)

  expect(states.at(-1)).toBe('saving')
  expect(kept()).toMatchObject({ markdown: 'two', isSent: false })
  await vi.advanceTimersByTimeAsync(500)
  expect(sent).toEqual(['one', 'two'])
})

test('a server that is away is tried again, ever less often, and at once when the network is back', async () => {
  const { keeper, kept, sent, states, server } = given()
  const { answer } = server
  server.answer = async () => 'unreachable'

  keeper.change(version('one'))
  await vi.advanceTimersByTimeAsync(60_000)
  expect(states.at(-1)).toBe('offline')
  expect(kept()).toMatchObject({ markdown: 'one', isSent: false })
  expect(sent.length).toBeGreaterThan(3)
  expect(sent.length).toBeLessThan(9)
  server.answer = answer
  keeper.retryNow()
  await vi.advanceTimersByTimeAsync(0)

  expect(states.at(-1)).toBe('saved')
})

test.each(['signed-out', 'other-person'] as const)(
  'somebody who is %s is told so, and keeps the text',
  async (answer) => {
    const { keeper, kept, states, server } = given()
    server.answer = async () => answer

    keeper.change(version('one'))
    await vi.advanceTimersByTimeAsync(500)

    expect(states.at(-1)).toBe(answer)
    expect(kept()).toMatchObject({ markdown: 'one', isSent: false })
  },
)

test('without server and without room in the browser it says that nothing is kept', async () => {
  const { keeper, states, server } = given({ isForbidden: true })
  server.answer = async () => 'unreachable'

  keeper.change(version('one'))
  await vi.advanceTimersByTimeAsync(500)

  expect(states.at(-1)).toBe('unkept')
})

test('what was forgotten does not come back with a late answer', async () => {
  const { keeper, kept, states, server } = given()
  let arrive = (_: Sent) => {}
  server.answer = () => new Promise((resolve) => (arrive = resolve))

  keeper.change(version('one'))
  await vi.advanceTimersByTimeAsync(500)
  await keeper.forget()
  arrive({ savedAt: 7 })
  await vi.advanceTimersByTimeAsync(5_000)

  expect(kept()).toBeUndefined()
  expect(states.at(-1)).toBe('clean')
})

test('nothing is sent while a save is under way, and all of it after one that failed', async () => {
  const { keeper, sent } = given()

  keeper.stop()
  keeper.change(version('one'))
  await vi.advanceTimersByTimeAsync(5_000)
  expect(sent).toEqual([])
  keeper.resume()
  await vi.advanceTimersByTimeAsync(1_000)

  expect(sent).toEqual(['one'])
})

test('what another tab wrote of the same text is kept beside it, until both are forgotten', async () => {
  const { keeper, kept } = given()
  keeper.change(version('mine'))
  await vi.advanceTimersByTimeAsync(1_000)

  keeper.keepBeside(version('theirs'), version('mine'))
  await vi.advanceTimersByTimeAsync(0)
  expect(kept()).toMatchObject({ markdown: 'mine', isSent: true, beside: { markdown: 'theirs' } })
  keeper.change(version('mine again'))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(kept()).toMatchObject({ markdown: 'mine again', beside: { markdown: 'theirs' } })

  await keeper.forget()
  keeper.change(version('anew'))
  await vi.advanceTimersByTimeAsync(0)
  expect(kept()?.beside).toBeUndefined()
})
