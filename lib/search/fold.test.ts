import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, foldWithOrigins, simplified, squash } from './fold.ts'
import { highlight } from './highlight.ts'
import { nameOf } from './small-words.ts'

test.each([
  ['資料庫索引', '资料库索引'],
  ['執行緒與協程', '执行绪与协程'],
  ['三次握手的過程', '三次握手的过程'],
  ['ＭｙＳＱＬ　聚簇索引', 'mysql 聚簇索引'],
])('%s is compared as %s', (written, compared) => {
  expect(fold(written)).toBe(compared)
})

test('a title in traditional characters has the name of the same in simplified ones', () => {
  expect(nameOf('什麼是樂觀鎖？')).toBe(nameOf('什么是乐观锁'))
  expect(squash('C++ 記憶體')).toBe(squash('c++ 记忆体'))
})

test('what is typed in one script lights up in the other, as it was written', () => {
  expect(highlight(foldWithOrigins('講講樂觀鎖的原理'), [fold('乐观锁')])).toEqual([
    { t: '講講', hit: false },
    { t: '樂觀鎖', hit: true },
    { t: '的原理', hit: false },
  ])
})

test('whatever the text: as long as it was, and once is enough', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(simplified(text)).toHaveLength(text.length)
      expect(simplified(simplified(text))).toBe(simplified(text))
      expect(foldWithOrigins(text).folded).toBe(fold(text))
    }),
  )
})
