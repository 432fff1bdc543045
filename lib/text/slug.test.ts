import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSlugId, slugOf } from './slug.ts'

test.each([
  ['乐观锁和悲观锁', '乐观锁和悲观锁'],
  ['什么是 socket？简述基于TCP协议的通信', '什么是-socket-简述基于tcp协议的通信'],
  ['  select、poll、epoll 模型的区别？', 'select-poll-epoll-模型的区别'],
  ['RESTful  API / C++', 'restful-api-c'],
  ['Cafe\u0301', 'caf\u00e9'],
  ['？！', 'entry'],
  ['', 'entry'],
])('%j reads as %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug)
})

test('a slug has at most 60 code points, counted beyond the basic plane too', () => {
  const slug = slugOf('𠮷'.repeat(100))
  expect([...slug]).toHaveLength(60)
})

test('a cut at a word boundary leaves no hyphen at the end', () => {
  expect(slugOf(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59))
})

test('any title makes a slug that is safe in a path and stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const slug = slugOf(title)
      expect(slug).toMatch(/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u)
      expect(slug.normalize('NFC')).toBe(slug)
      expect(parseSlugId(`${slug}-23456789ab`)).toBe('23456789ab')
    }),
  )
})

test('the short id is what follows the last hyphen', () => {
  expect(parseSlugId('乐观锁-和-悲观锁-k2m4p6r8t9')).toBe('k2m4p6r8t9')
  expect(parseSlugId('%E4%B9%90-k2m4p6r8t9')).toBe('k2m4p6r8t9')
  expect(parseSlugId('k2m4p6r8t9')).toBe('k2m4p6r8t9')
})

test.each(['', '-', '乐观锁', '乐观锁-', 'a-k2m4p6r8t', 'a-k2m4p6r8t99', 'a-K2M4P6R8T9', "a-k2m4p6r8'9"])(
  '%j names no id',
  (segment) => {
    expect(parseSlugId(segment)).toBeNull()
  },
)
