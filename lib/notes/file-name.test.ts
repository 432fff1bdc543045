import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeName, safeFileName } from './file-name.ts'

test.each([
  ['net.md', 'net.md'],
  ['../../etc/passwd', 'passwd'],
  ['a\\b\\c.txt', 'c.txt'],
  ['网络 面试.md', '网络 面试.md'],
  ['a<b>:"c".md', 'a_b___c_.md'],
  ['.hidden', 'note.hidden'],
  ['CON.md', '_CON.md'],
  ['..', 'note'],
  ['', 'note'],
])('%j is written as %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe)
})

test('any name gives one that stays in its folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
      const safe = safeFileName(name)
      expect(safe).not.toMatch(/[\\/\0]|^\.|^$/)
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(140)
    }),
  )
})

test('two notes of one name do not overwrite each other', () => {
  const taken = new Set<string>()
  expect(['README.md', 'readme.md', 'README.md', 'b.md'].map((name) => freeName(name, taken))).toEqual([
    'README.md',
    'readme-2.md',
    'README-3.md',
    'b.md',
  ])
})
