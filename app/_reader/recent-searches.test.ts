import { expect, test } from 'vitest'
import { withSearch } from './recent-searches.ts'

test('a search made again moves to the front and stands there once', () => {
  expect(withSearch(['b', 'a'], ' a ')).toEqual(['a', 'b'])
})

test('the newest eight searches are kept', () => {
  const eight = ['1', '2', '3', '4', '5', '6', '7', '8']
  expect(withSearch(eight, '9')).toEqual(['9', '1', '2', '3', '4', '5', '6', '7'])
})

test('an empty search is not remembered', () => {
  expect(withSearch(['a'], '  ')).toEqual(['a'])
})
