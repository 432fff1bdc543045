import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChanges, changesBetween } from './changes.ts'

const of = (before: string, after: string) =>
  changesBetween(before, after).map((change) => [change.before, change.after])

test('sentences side by side are changes of their own', () => {
  expect(of('一。二。三。', '壹。贰。三。')).toEqual([
    ['一。', '壹。'],
    ['二。', '贰。'],
  ])
})

test('a sentence that was added or left out beside a changed one is a change of its own', () => {
  expect(
    of('进程是资源分配的单位。线程共享内存。', '进程是资源分配的最小单位。新的一句。线程共享内存。'),
  ).toEqual([
    ['进程是资源分配的单位。', '进程是资源分配的最小单位。'],
    ['', '新的一句。'],
  ])
  expect(of('一。二。\n三。', '一。\n三。')).toEqual([['二。', '']])
})

test('a change is cut into words and knows what stands around it', () => {
  expect(changesBetween('前一句。阻塞控制。后一句。', '前一句。拥塞控制。后一句。')).toEqual([
    {
      id: '1',
      from: 4,
      to: 9,
      before: '阻塞控制。',
      after: '拥塞控制。',
      pieces: expect.arrayContaining([{ op: 'same', text: '控制。' }]),
      lead: '前一句。',
      tail: '后一句。',
    },
  ])
})

test('all changes together are the other text, none is the first, and each is one of both', () => {
  const sentences = fc.array(fc.constantFrom('一。', '二。', '三。', '四五。', '\n', '六七八。', '- 项'), {
    maxLength: 12,
  })
  fc.assert(
    fc.property(sentences, sentences, fc.infiniteStream(fc.boolean()), (a, b, coins) => {
      const [before, after] = [a.join(''), b.join('')]
      const changes = changesBetween(before, after)
      const all = new Set(changes.map(({ id }) => id))
      expect(applyChanges(before, changes, all)).toBe(after)
      expect(applyChanges(before, changes, new Set())).toBe(before)
      // What is left over after some is just the rest.
      const some = new Set([...all].filter(() => coins.next().value))
      const part = applyChanges(before, changes, some)
      const rest = changes
        .filter(({ id }) => !some.has(id))
        .map((change) => change.after.length - change.before.length)
      expect(after.length - part.length).toBe(rest.reduce((sum, length) => sum + length, 0))
    }),
    { numRuns: 500 },
  )
})
