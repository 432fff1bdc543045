import { expect, test } from 'vitest'
import { refusedPath } from './path-form.ts'

test.each([
  '/account/../notes',
  '/account/%2e%2e/notes',
  '/account/.%2E/notes',
  '/account/./x',
  '/account/..',
  '/account\\..\\notes',
  '//evil.example/notes',
  '/\\evil.example',
  'http://evil.example/notes',
  'notes',
  '/account#/notes',
  '*',
  '',
  '/tags/%00',
  '/entries/%ff',
  '/notes/%E0%A4%A',
  '/a%',
])('%j is no address: it would be read as another one, or cannot be read', (url) => {
  expect(refusedPath(url)).toBe(400)
})

test.each([
  '/',
  '/entries/%E6%AD%BB%E9%94%81-abc.md?from=1&to=2',
  '/entries/死锁-abc',
  '/notes/a..b/...',
  '/search?q=../../etc\\x#y',
  '/account/..%2fnotes',
  '/a//b',
  '/a%01b',
  '/{a}"<b>`|^~',
])('%j is one', (url) => {
  expect(refusedPath(url)).toBeUndefined()
})
