import { expect, test } from 'vitest'
import { searchUrl, widened } from './search-url.ts'

const asked = { q: 'tcp 握手', limit: 20, offset: 40, note: 'abc', state: 'answered' as const }

test('a filter keeps the query and starts again at the first page', () => {
  expect(searchUrl(asked, { tag: '网络' })).toBe(
    `/search?q=tcp+${encodeURIComponent('握手')}&note=abc&tag=${encodeURIComponent('网络')}&state=answered`,
  )
})

test('a filter taken away leaves the URL', () => {
  expect(searchUrl(asked, { note: undefined, state: undefined, q: 'a' })).toBe('/search?q=a')
})

test('the next page keeps everything', () => {
  expect(searchUrl({ ...asked, q: 'a', note: undefined }, { offset: 60 })).toBe(
    '/search?q=a&state=answered&offset=60',
  )
})

test('what narrows a search goes, as a filter or as an operator; what asks nothing else has no wider search', () => {
  expect(widened({ ...asked, q: 'tcp is:unanswered' })).toBe('/search?q=tcp')
  expect(widened({ q: 'note:linux tcp', limit: 20, offset: 0 })).toBe('/search?q=tcp')
  expect(widened({ q: 'tcp', limit: 20, offset: 0 })).toBeNull()
  expect(widened({ q: 'is:unanswered', limit: 20, offset: 0 })).toBeNull()
})
