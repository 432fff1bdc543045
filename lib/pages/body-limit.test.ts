import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { refusedBody } from './body-limit.ts'

const refused = (url: string, headers: Record<string, string>, method = 'POST') =>
  // The rest of a request is not looked at.
  refusedBody({ url, method, headers } as unknown as IncomingMessage)
const megabytes = (count: number) => ({ 'content-length': String(count * 1024 * 1024) })

test('a request may carry a megabyte, and ten where it brings a picture', () => {
  expect(refused('/account', megabytes(1))).toBeUndefined()
  expect(refused('/account', megabytes(2))).toBe(413)
  expect(refused('/api/pictures?note=1', megabytes(10))).toBeUndefined()
  expect(refused('/api/pictures?note=1', megabytes(11))).toBe(413)
})

test('only that address and method may carry more', () => {
  expect(refused('/api/picturesque', megabytes(2))).toBe(413)
  expect(refused('/api/pictures/other', megabytes(2))).toBe(413)
  expect(refused('/account?/api/pictures', megabytes(2))).toBe(413)
  expect(refused('/api/pictures', megabytes(2), 'PUT')).toBe(413)
})

test('a body of unknown length is refused everywhere', () => {
  expect(refused('/api/pictures', { 'transfer-encoding': 'chunked' })).toBe(411)
})
