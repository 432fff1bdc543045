import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeTexts } from './merge.ts'
import { splitClash } from './split-clash.ts'

const base = '确认号是客户端字节数加一\n滑动窗口控制发送的速度\n挥手要四次因为双方都要关闭'
const mine = '确认号是客户端序列号加一\n滑动窗口限制发送的数据量\n挥手要四次因为各自都要关闭'
const theirs =
  '确认号是期望的客户端字节数加一\n新的一行讲拥塞控制\n滑动窗口控制发送的最大速度\n挥手要四次因为双方都可能要关闭'

const clashOf = (one: string, own: string, other: string) =>
  ({ kind: 'conflict', base: one, mine: own, theirs: other }) as const

test('a clash over a whole text becomes one clash a paragraph', () => {
  const hunks = splitClash(clashOf(base, mine, theirs))

  expect(hunks).toHaveLength(3)
  expect(hunks[0]).toEqual(
    clashOf(
      '确认号是客户端字节数加一\n',
      '确认号是客户端序列号加一\n',
      '确认号是期望的客户端字节数加一\n新的一行讲拥塞控制\n',
    ),
  )
})

test('a fence is one piece', () => {
  const code = (word: string) =>
    `前面的一段话讲${word}\n\n\`\`\`\nint a;\n\n${word} b;\n\`\`\`\n\n后面的一段话讲${word}`

  const hunks = splitClash(clashOf(code('甲'), code('乙'), code('丙')))

  expect(hunks.map((hunk) => (hunk.kind === 'conflict' ? hunk.mine : ''))).toEqual([
    '前面的一段话讲乙\n\n',
    '```\nint a;\n\n乙 b;\n```\n\n',
    '后面的一段话讲乙',
  ])
})

test('two texts that have nothing to do with each other stay one clash', () => {
  const clash = clashOf('一二三四\n五六七八', 'abcd\nefgh', 'ijkl\nmnop')
  expect(splitClash(clash)).toEqual([clash])
})

test('the parts joined are the clash', () => {
  const line = fc.constantFrom('甲乙丙丁\n', '甲乙丙戊\n', '\n', '```\n', '子丑寅卯\n', '子丑寅辰\n', 'end')
  const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join(''))
  fc.assert(
    fc.property(text, text, text, (one, own, other) => {
      const hunks = splitClash(clashOf(one, own, other))
      const joined = (side: 'mine' | 'theirs') =>
        hunks.map((hunk) => (hunk.kind === 'same' ? hunk.text : hunk[side])).join('')
      expect([joined('mine'), joined('theirs')]).toEqual([own, other])
    }),
    { numRuns: 1_000 },
  )
})

test('where a merge does not add up, each place that was changed is one to decide on', () => {
  const text = 'a\n\nb\n\nc\n'
  const merged = mergeTexts(text, `\`\`\`\n${text}`, `${text}\`\`\`\n`)

  expect(merged).toEqual({
    clean: false,
    hunks: [clashOf('', '```\n', ''), { kind: 'same', text }, clashOf('', '', '```\n')],
  })
})
