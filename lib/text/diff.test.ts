import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DiffLine, diffTexts } from './diff.ts'

const side = (lines: DiffLine[], skip: 'added' | 'removed') =>
  lines
    .filter(({ op }) => op !== skip)
    .map((line) =>
      line.op === 'changed'
        ? line.pieces
            .filter(({ op }) => op !== skip)
            .map(({ text }) => text)
            .join('')
        : line.text,
    )
    .join('\n')

const line = fc.oneof(
  fc.constantFrom(
    '',
    '死锁是两个线程互相等待。',
    '- 互斥条件',
    '- 请求与保持',
    '```python',
    'x = 1',
    '    y = 2',
    '# 标题',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replace(/\n/g, ' ')),
)
const text = fc.array(line, { maxLength: 25 }).map((lines) => lines.join('\n'))

test('both texts can be read back from their comparison, to the letter', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffTexts(before, after)
      expect(side(lines, 'added')).toBe(before)
      expect(side(lines, 'removed')).toBe(after)
    }),
    { numRuns: 500 },
  )
})

test('in a changed Chinese sentence only the changed word is marked', () => {
  const [only] = diffTexts('服务器回复的确认号是字节数加一。', '服务器回复的确认号是序列号加一。')
  expect(only?.op).toBe('changed')
  const pieces = only?.op === 'changed' ? only.pieces.filter(({ op }) => op !== 'same') : []
  expect(pieces.map(({ text }) => text).join('|')).toMatch(/^.{1,3}\|.{1,3}$/)
})

test('a line carried elsewhere is shown as moved, not as lost and new', () => {
  const lines = diffTexts(
    '第一段讲的是进程。\n\n第二段讲的是线程。\n\n第三段',
    '第二段讲的是线程。\n\n第三段\n\n第一段讲的是进程。',
  )
  const gone = lines.filter((each) => each.op === 'removed' && each.text !== '')
  expect(gone.length).toBeGreaterThan(0)
  expect(gone.every((each) => each.op === 'removed' && each.movedTo !== undefined)).toBe(true)
})

test('an inserted line does not mark its neighbours', () => {
  const lines = diffTexts('一\n二\n三', '一\n一点五\n二\n三')
  expect(lines.map(({ op }) => op)).toEqual(['same', 'added', 'same', 'same'])
})

test('a comparison that would take too long is given up and still true', () => {
  const big = (seed: string) =>
    Array.from({ length: 6_000 }, (_, at) => `${seed} ${(at * 7_919) % 6_007}`).join('\n')
  const lines = diffTexts(big('甲'), big('乙'))
  expect(side(lines, 'added')).toBe(big('甲'))
  expect(side(lines, 'removed')).toBe(big('乙'))
})
