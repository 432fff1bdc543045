import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Hunk } from './hunk.ts'
import { mergeTexts, sentencesOf } from './merge.ts'
import { structureOf } from './structure.ts'

const paragraph = 'TCP 是可靠的。它有三次握手；还有四次挥手。UDP 不可靠！两者都在传输层？是。'

test('two corrections in one long paragraph merge', () => {
  const mine = paragraph.replace('可靠的', '面向连接、可靠的')
  const theirs = paragraph.replace('UDP 不可靠', 'UDP 不保证送达')
  expect(mergeTexts(paragraph, mine, theirs)).toEqual({
    clean: true,
    text: mine.replace('UDP 不可靠', 'UDP 不保证送达'),
  })
})

test('corrections of neighbouring sentences merge', () => {
  expect(mergeTexts('一。二。三。', '壹。二。三。', '一。贰。三。')).toEqual({
    clean: true,
    text: '壹。贰。三。',
  })
})

test('the same correction on both sides is made once', () => {
  expect(mergeTexts('一。二。三。', '一。贰。三。', '一。贰。三。四。')).toEqual({
    clean: true,
    text: '一。贰。三。四。',
  })
})

test('one sentence changed in two ways is a conflict with all three versions', () => {
  expect(mergeTexts('一。二。三。', '一。贰。三。', '一。两。三。')).toEqual({
    clean: false,
    hunks: [
      { kind: 'same', text: '一。' },
      { kind: 'conflict', base: '二。', mine: '贰。', theirs: '两。' },
      { kind: 'same', text: '三。' },
    ],
  })
})

test('two different additions at one place are a conflict: their order is not ours to choose', () => {
  expect(mergeTexts('一。\n', '一。\n甲。\n', '一。\n乙。\n').clean).toBe(false)
})

test('a merge that breaks a fence is a conflict', () => {
  const base = 'a\n\nb\n\nc\n'
  const mine = '```\na\n\nb\n\nc\n'
  const theirs = 'a\n\nb\n\nc\n```\n'
  expect(structureOf(mine)).toMatchObject({ fences: 1, openFences: 1 })
  expect(mergeTexts(base, mine, theirs).clean).toBe(false)
})

test('thousands of equal lines end as a conflict or a merge, and in time', () => {
  const base = 'x\n'.repeat(3_000)
  const merged = mergeTexts(base, `a\n${base}`, `${base}b\n`)
  expect(merged.clean && merged.text).toBe(`a\n${base}b\n`)
})

const side = (hunks: Hunk[], name: 'mine' | 'theirs'): string =>
  hunks.map((hunk) => (hunk.kind === 'same' ? hunk.text : hunk[name])).join('')

const sentence = fc.constantFrom('一。', '二；', '三\n', 'four\n', '\n', '五！', '- 六\n', '**七**')
const text = fc.array(sentence, { maxLength: 12 }).map((parts) => parts.join(''))

test('sentences joined are the text', () => {
  fc.assert(fc.property(fc.oneof(text, fc.string()), (any) => sentencesOf(any).join('') === any))
})

/** Sentences that one text has more often than another. */
function added(from: string, to: string): string[] {
  const left = sentencesOf(from)
  return sentencesOf(to).filter((part) => {
    const at = left.indexOf(part)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

test('no sentence that either side wrote is lost, and an untouched side leaves the other as it is', () => {
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const merged = mergeTexts(base, mine, theirs)
      const everything = merged.clean
        ? merged.text
        : side(merged.hunks, 'mine') + side(merged.hunks, 'theirs')
      for (const part of [...added(base, mine), ...added(base, theirs)]) expect(everything).toContain(part)
      expect(mergeTexts(base, base, theirs)).toEqual({ clean: true, text: theirs })
      expect(mergeTexts(base, mine, base)).toEqual({ clean: true, text: mine })
      expect(mergeTexts(base, mine, mine)).toEqual({ clean: true, text: mine })
    }),
    { numRuns: 500 },
  )
})

test('taking a side of each conflict gives that side with the other side\u2019s undisputed changes', () => {
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const merged = mergeTexts(base, mine, theirs)
      if (merged.clean || merged.hunks.length === 1) return
      for (const part of added(base, mine)) expect(side(merged.hunks, 'mine')).toContain(part)
      for (const part of added(base, theirs)) expect(side(merged.hunks, 'theirs')).toContain(part)
    }),
    { numRuns: 500 },
  )
})
