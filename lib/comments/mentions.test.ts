import { expect, test } from 'vitest'
import { namedIn, textsAfterAt } from './mentions.ts'

const people = [
  { id: '1', name: 'Ann' },
  { id: '2', name: 'Anna Li' },
  { id: '3', name: '王伟' },
  { id: '4', name: 'Ann' },
]

test.each([
  ['@Ann: see above', ['1', '4']],
  ['ask @anna li, please', ['2']],
  ['@Annabel knows', []],
  ['请＠王伟看一下', ['3']],
  ['@王伟你好', ['3']],
  ['mail ann@Ann.example', []],
  ['`@Ann` is a decorator', []],
  ['```java\n@Ann\n```', []],
  ['@ Ann', []],
])('%j names %j', (text, ids) => {
  expect(textsAfterAt(text).flatMap((stretch) => namedIn(stretch, people))).toEqual(ids)
})

test('no more than twenty people are named in one comment', () => {
  expect(textsAfterAt('@Ann '.repeat(50))).toHaveLength(20)
})
