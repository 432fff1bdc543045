import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SeenSearches } from './seen-searches.ts'

const told: unknown[] = []

beforeEach(() => {
  told.length = 0
  vi.useFakeTimers()
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => void told.push(JSON.parse(body)))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('what only passes by while typing is not told, what stands for a second is, once', () => {
  const seen = new SeenSearches()
  seen.shown('t', { total: 9, relaxed: false })
  vi.advanceTimersByTime(500)
  seen.shown('tcp', { total: 4, relaxed: false })
  vi.advanceTimersByTime(1_500)
  seen.shown('tcp', { total: 4, relaxed: false })
  vi.advanceTimersByTime(1_500)

  expect(told).toEqual([{ q: 'tcp', total: 4, relaxed: false, again: false }])
})

test('following a result tells its place, and whether the search itself was told before', () => {
  const seen = new SeenSearches()
  seen.shown('tcp', { total: 4, relaxed: false })
  seen.meant(2)
  seen.meant(1)

  expect(told).toEqual([
    { q: 'tcp', total: 4, relaxed: false, again: false, rank: 2 },
    { q: 'tcp', total: 4, relaxed: false, again: true, rank: 1 },
  ])
})

test('a box that was left tells nothing', () => {
  const seen = new SeenSearches()
  seen.shown('tcp', { total: 0, relaxed: false })
  seen.left()
  vi.advanceTimersByTime(2_000)
  seen.meant(1)

  expect(told).toEqual([])
})
