import { expect, test } from 'vitest'
import { pathWithin } from './path-within.ts'

test('a form leads back to the page it stood on', () => {
  expect(pathWithin('http://wiki.test:3000/notes/a?x=1#b', 'wiki.test:3000')).toBe('/notes/a?x=1')
})

test.each([
  ['another host', 'http://evil.test/notes'],
  ['another port', 'http://wiki.test:4000/notes'],
  ['a path that looks like a host', 'http://wiki.test:3000//evil.test/'],
  ['a path that looks like a host with a backslash', 'http://wiki.test:3000/\\evil.test/'],
  ['no URL at all', 'javascript'],
])('%s leads to the home page', (_, referer) => {
  expect(pathWithin(referer, 'wiki.test:3000')).toBe('/')
})

test('a form without a referer leads to the home page', () => {
  expect(pathWithin(null, 'wiki.test:3000')).toBe('/')
})
