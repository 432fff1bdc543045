import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffTexts } from './diff.ts'
import { stretchesOf } from './stretches.ts'

const text = fc
  .array(fc.constantFrom('', '死锁', '进程与线程', '互斥条件', 'x = 1', '循环等待'), { maxLength: 60 })
  .map((lines) => lines.join('\n'))

test('the stretches of a comparison, joined, are its lines, and only unchanged lines are folded', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffTexts(before, after)
      const stretches = stretchesOf(lines)
      expect(stretches.flatMap((stretch) => stretch.lines)).toEqual(lines)
      for (const { kind, lines: own } of stretches) {
        expect(own.length).toBeGreaterThan(0)
        expect(own.every(({ op }) => (op === 'same') === (kind !== 'change'))).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('three unchanged lines stay in sight around a change, the rest is folded', () => {
  const before = Array.from({ length: 21 }, (_, at) => `第 ${at} 行`)
  const after = before.with(10, '全然不同的一句话')

  const kinds = stretchesOf(diffTexts(before.join('\n'), after.join('\n'))).map(({ kind, lines }) => [
    kind,
    lines.length,
  ])

  expect(kinds).toEqual([
    ['folded', 7],
    ['near', 3],
    ['change', expect.any(Number)],
    ['near', 3],
    ['folded', 7],
  ])
})

test('a few unchanged lines between two changes are not folded', () => {
  const stretches = stretchesOf(diffTexts('甲\n1\n2\n3\n4\n5\n6\n乙', '丙\n1\n2\n3\n4\n5\n6\n丁'))

  expect(stretches.map(({ kind }) => kind)).toEqual(['change', 'near', 'change'])
})

test('where nothing changed everything is one fold', () => {
  const same = '一\n二\n三\n四\n五'

  expect(stretchesOf(diffTexts(same, same)).map(({ kind }) => kind)).toEqual(['folded'])
})
