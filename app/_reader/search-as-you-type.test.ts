import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { searchAsYouType } from './search-as-you-type.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A search whose answers come when the test says so. */
function setUp() {
  const asked: { query: string; signal: AbortSignal; answer: (text: string) => void; fail: () => void }[] = []
  const shown: string[] = []
  const search = searchAsYouType<string>({
    ask: (query, signal) =>
      new Promise((resolve, reject) =>
        asked.push({ query, signal, answer: resolve, fail: () => reject(new Error()) }),
      ),
    show: (answer) => shown.push(answer),
    fail: () => shown.push('failed'),
  })
  return { asked, shown, search }
}

test('a query is asked for at once, and of several in one go the first and the one that stands when typing pauses', async () => {
  const { asked, search } = setUp()

  search.want('t')
  search.want('tc')
  search.want('tcp')
  expect(asked.map(({ query }) => query)).toEqual(['t'])
  await vi.advanceTimersByTimeAsync(80)

  expect(asked.map(({ query }) => query)).toEqual(['t', 'tcp'])
  expect(asked[0]!.signal.aborted).toBe(true)
})

test('going back shows at once what was there, without asking again before a minute is over', async () => {
  const { asked, shown, search } = setUp()
  search.want('a')
  asked[0]!.answer('for a')
  await vi.advanceTimersByTimeAsync(100)
  search.want('ab')
  asked[1]!.answer('for ab')
  await vi.advanceTimersByTimeAsync(100)

  search.want('a')
  expect(shown).toEqual(['for a', 'for ab', 'for a'])
  expect(asked).toHaveLength(2)

  await vi.advanceTimersByTimeAsync(60_000)
  search.want('a')
  expect(shown).toHaveLength(4)
  expect(asked).toHaveLength(3)
})

test('going back also gives up what is under way', async () => {
  const { asked, shown, search } = setUp()
  search.want('a')
  asked[0]!.answer('for a')
  await vi.advanceTimersByTimeAsync(100)
  search.want('ab')
  await vi.advanceTimersByTimeAsync(100)

  search.want('a')
  asked[1]!.answer('for ab')
  await vi.advanceTimersByTimeAsync(100)

  expect(shown).toEqual(['for a', 'for a'])
})

test('an answer that comes after a newer query is not shown', async () => {
  const { asked, shown, search } = setUp()
  search.want('old')
  await vi.advanceTimersByTimeAsync(80)
  search.want('new')
  await vi.advanceTimersByTimeAsync(80)

  asked[1]!.answer('new')
  asked[0]!.answer('old')
  await vi.advanceTimersByTimeAsync(0)

  expect(shown).toEqual(['new'])
  expect(asked[0]!.signal.aborted).toBe(true)
})

test('what is still to be answered is told until it is shown, fails or is given up', async () => {
  const { asked, shown, search } = setUp()
  search.want('a')
  const first = search.answered
  asked[0]!.answer('for a')
  await first
  expect([shown, search.answered]).toEqual([['for a'], undefined])

  await vi.advanceTimersByTimeAsync(80)
  search.want('ab')
  const second = search.answered
  asked[1]!.fail()
  await second
  expect([shown, search.answered]).toEqual([['for a', 'failed'], undefined])

  await vi.advanceTimersByTimeAsync(80)
  search.want('abc')
  const third = search.answered
  search.stop()
  await third
  expect(search.answered).toBeUndefined()

  search.want('a')
  expect(search.answered).toBeUndefined()
})

test('a failure is told, but not that of a query given up', async () => {
  const { asked, shown, search } = setUp()
  search.want('a')
  await vi.advanceTimersByTimeAsync(80)
  search.want('b')
  await vi.advanceTimersByTimeAsync(80)

  asked[0]!.fail()
  asked[1]!.fail()
  await vi.advanceTimersByTimeAsync(0)

  expect(shown).toEqual(['failed'])
})
