import { expect, test } from 'vitest'
import { pageOf, partsWithin } from './stretch.ts'

test.each([
  [0, undefined, 1, 1, 0],
  [100, '1', 1, 1, 0],
  [101, '2', 2, 2, 100],
  [250, '99', 3, 3, 200],
  [250, '0', 1, 3, 0],
  [250, '-1', 1, 3, 0],
  [250, ['2'], 1, 3, 0],
  [250, 'x', 1, 3, 0],
])('of %i rows, asked for page %j, page %i of %i begins after %i', (total, asked, page, pages, offset) => {
  expect(pageOf(total, asked)).toEqual({ page, pages, limit: 100, offset })
})

const parts = [
  { name: 'a', entries: 3 },
  { name: 'b', entries: 2 },
  { name: 'c', entries: 5 },
]

test.each([
  [{ offset: 0, limit: 3 }, ['a'], 0],
  [{ offset: 0, limit: 4 }, ['a', 'b'], 0],
  [{ offset: 3, limit: 2 }, ['b'], 0],
  [{ offset: 4, limit: 2 }, ['b', 'c'], 1],
  [{ offset: 2, limit: 9 }, ['a', 'b', 'c'], 2],
  [{ offset: 10, limit: 5 }, [], 0],
])('%j lies in %j, after %i rows of these', (stretch, names, offset) => {
  const within = partsWithin(parts, stretch)
  expect(within.parts.map(({ name }) => name)).toEqual(names)
  expect(within.stretch).toEqual({ limit: stretch.limit, offset })
})
