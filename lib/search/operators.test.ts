import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filtersOf, parseOperators, writeQuery } from './operators.ts'

test.each([
  ['tag:网络 tcp', 'tcp', 'tag:网络'],
  ['tcp tag:网络', 'tcp ', 'tag:网络'],
  [
    'note:"计算机 网络" is:unanswered asked:>3 by:王 三次握手',
    '三次握手',
    'note:"计算机 网络" is:unanswered asked:>3 by:王',
  ],
  ['标签：网络 问过：≥3 状态:待回答 x', 'x', 'tag:网络 asked:>2 is:unanswered'],
  ['asked:3 a', 'a', 'asked:>2'],
  ['TAG:C++ IS:Partial', '', 'tag:C++ is:partial'],
])('%s: the text is %j, the filters are %j', (typed, q, operators) => {
  const parsed = parseOperators(typed)

  expect(parsed.q).toBe(q)
  expect(writeQuery(parsed.operators, '')).toBe(operators)
})

test.each([
  'std::vector',
  'is:fast or slow',
  'https://tag:x',
  'atag:b',
  'asked:often ',
  '什么是:x y',
  '"tag:x"',
])('%s has no operator and stays what it is', (typed) => {
  expect(parseOperators(typed)).toMatchObject({ q: typed, operators: [] })
})

test('an operator that is still being typed is no text, and says so', () => {
  expect(parseOperators('tcp is:una')).toEqual({
    q: 'tcp ',
    operators: [],
    open: { key: 'is', value: 'una', text: 'is:una', known: false },
  })
  expect(parseOperators('tag:')).toMatchObject({ q: '', operators: [], open: { key: 'tag', value: '' } })
  expect(parseOperators('note:"计算机 ')).toMatchObject({ q: '', open: { key: 'note', value: '计算机' } })
  expect(parseOperators('tag:网络 ').open).toBeNull()
})

test('several of one kind are alternatives, and the highest count holds', () => {
  const { operators } = parseOperators('tag:a tag:b asked:>1 asked:>=5 is:partial is:unanswered ')

  expect(filtersOf(operators)).toEqual({
    tags: ['a', 'b'],
    notes: [],
    states: ['partial', 'unanswered'],
    by: [],
    asked: 5,
  })
})

test('whatever is typed: what is written again means the same', () => {
  const words = fc.constantFrom(
    'tag:a',
    'note:"x y"',
    'is:partial',
    'asked:>2',
    'by:李',
    'tcp',
    '握手',
    'is:',
    '"',
    ':',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'binary' })), { maxLength: 6 }), (parts) => {
      const once = parseOperators(`${parts.join(' ')} `)
      const again = parseOperators(`${writeQuery(once.operators, once.q)} `)
      expect(filtersOf(again.operators)).toEqual(filtersOf(once.operators))
    }),
    { numRuns: 100 },
  )
})
