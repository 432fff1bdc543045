import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuery } from '../query.ts'
import { listNames } from '../synonyms.ts'
import { decodeValue, encodeValue, spell } from './spelling.ts'
import { textOf } from './words.ts'

const anything = fc.string({ unit: 'binary', maxLength: 300 })
const chinese = fc.string({ unit: fc.constantFrom(...'乐观锁和悲的 tcp-_.+z"\\'), maxLength: 60 })

test('whatever is typed, the server gets at most ten words or phrases of letters and digits and no sign that it could take for an operator', () => {
  fc.assert(
    fc.property(fc.oneof(anything, chinese, fc.constantFrom(...listNames())), (typed) => {
      const text = textOf(parseQuery(typed).wide)
      expect(text).toMatch(/^(?:(?:[a-z0-9]+|"zq[a-p]{10}(?: zq[a-p]{10})+")(?: |$))*$/)
      expect(text.match(/"[^"]*"|\S+/g)?.length ?? 0).toBeLessThanOrEqual(10)
    }),
    { numRuns: 1000 },
  )
})

test('only a word that may go on is asked for by its beginning', () => {
  expect(textOf(parseQuery('mysql ind').wide)).toBe('mysql ind')
  expect(textOf(parseQuery('mysql index ').wide)).toMatch(/ $/)
  expect(textOf(parseQuery('三次握手').wide)).toMatch(/ $/)
  expect(textOf(parseQuery('锁').wide)).toBe(spell('锁'))
})

test('Chinese is asked for as a phrase, but not what was typed apart, nor a name that has others', () => {
  const asked = (typed: string) => textOf(parseQuery(typed).wide)
  const [begin, middle, end] = ['水平', '平触', '触发'].map(spell)
  expect(asked('水平触发')).toBe(`"${begin} ${middle} ${end}" `)
  expect(asked('水平触 触发')).toBe(`"${begin} ${middle}" ${end} `)
  expect(asked('三次握手')).toBe(`${['三次', '次握', '握手'].map(spell).join(' ')} `)
  expect(textOf(parseQuery('水平触发').wide.toSpliced(1, 1))).toBe(`${begin} ${end} `)
})

test('of a long text words from all over it are asked for, its last one among them', () => {
  const words = Array.from({ length: 20 }, (_, i) => `word${String.fromCharCode(97 + (i % 26))}${i}`)
  const asked = textOf(parseQuery(words.join(' ')).wide)
    .trim()
    .split(' ')
  expect(asked).toHaveLength(10)
  expect(asked.at(-1)).toBe('wordt19')
  expect(asked[0]).toBe('worda0')
})

test('different tokens are spelled differently, letters and digits alone, and a beginning as the beginning', () => {
  const token = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(token, token, (one, other) => {
      expect(spell(one)).toMatch(/^[a-z0-9]+$/)
      expect(spell(one) === spell(other)).toBe(one === other)
      const isPlain = (text: string) => !spell(text).startsWith('z')
      if (isPlain(one) === isPlain(one + other)) expect(spell(one + other).startsWith(spell(one))).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('a value of a filter is letters and digits, and comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 50 }), (value) => {
      expect(encodeValue(value)).toMatch(/^[a-z0-9]+$/)
      if (Buffer.byteLength(value) <= 200) expect(decodeValue(encodeValue(value))).toBe(value.toWellFormed())
    }),
  )
  expect(encodeValue('A')).not.toBe(encodeValue('a'))
  expect(encodeValue('é'.repeat(300))).not.toBe(encodeValue('é'.repeat(301)))
})
