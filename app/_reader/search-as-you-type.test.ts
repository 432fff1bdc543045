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

test('only the query that stands when typing pauses is asked for', async () => {
  const { asked, search } = setUp()

  search.want('t')
  search.want('tc')
  search.want('tcp')
  await vi.advanceTimersByTimeAsync(80)

  expect(asked.map(({ query }) => query)).toEqual(['tcp'])
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
