import { expect, test } from 'vitest'
import { compareQuery, parseCompare } from './compare-query.ts'
import { parseNumber } from './parse-number.ts'

test('a comparison without versions is that of the newest with the one before', () => {
  expect(parseCompare({}, 7)).toEqual({ from: 6, to: 7, view: 'inline' })
  expect(parseCompare({ to: '3' }, 7)).toEqual({ from: 2, to: 3, view: 'inline' })
  expect(parseCompare({}, 1)).toEqual({ from: 1, to: 1, view: 'inline' })
})

test('what a URL says is taken as it is, what makes no sense as if it were not there', () => {
  expect(parseCompare({ from: '4', to: '2', view: 'page' }, 7)).toEqual({ from: 4, to: 2, view: 'page' })
  expect(parseCompare({ from: 'x', to: ['1', '2'], view: 'upside-down' }, 7)).toEqual({
    from: 6,
    to: 7,
    view: 'inline',
  })
})

test('a query read again is the same comparison', () => {
  const wanted = { from: 2, to: 5, view: 'source' as const }
  const search = Object.fromEntries(new URLSearchParams(compareQuery(wanted)))

  expect(parseCompare(search, 9)).toEqual(wanted)
})

test.each(['0', '-1', '1.5', '01', '1e3', '9999999999', ' 1', ''])('%o is no version', (text) => {
  expect(parseNumber(text)).toBeUndefined()
})
