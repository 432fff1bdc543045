import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { mayWriteFrom } from './same-origin.ts'

const from = (origin: string | undefined, method = 'POST') =>
  mayWriteFrom({ method, headers: { host: 'wiki.example:3000', origin } } as IncomingMessage)

test.each([
  undefined,
  'null',
  '',
  'https://evil.example',
  'http://wiki.example',
  'http://wiki.example:3000.evil.example',
])('a write from origin %s is refused', (origin) => {
  expect(from(origin)).toBe(false)
  expect(from(origin, 'DELETE')).toBe(false)
})

test('a write from this site and a read from anywhere are let through', () => {
  expect(from('http://wiki.example:3000')).toBe(true)
  expect(from('https://evil.example', 'GET')).toBe(true)
})
