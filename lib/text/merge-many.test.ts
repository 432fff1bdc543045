import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeTexts, sentencesOf } from './merge.ts'

// Notes as people write them: long one-line paragraphs, lists, code, tables, blank lines, and much that is there twice.
const line = fc.oneof(
  fc.constantFrom('', '', '```', '```go', '| a | b |', '| --- | --- |', '# 标题', '- [ ] 一件事', '> 引文'),
  fc.constantFrom(
    'TCP 是可靠的。它有三次握手；还有四次挥手。UDP 不可靠！',
    'x',
    'x',
    '见 [文档](https://example.com)。',
  ),
  fc
    .array(fc.constantFrom('甲。', '乙；', '丙！', '丁', 'epoll ', '`select`'), { maxLength: 6 })
    .map((parts) => parts.join('')),
)
const lines = fc.array(line, { maxLength: 25 })

type Change = { at: number; gone: number; added: string[] }
const changes = fc.array(
  fc.record({ at: fc.nat(30), gone: fc.nat(3), added: fc.array(line, { maxLength: 3 }) }),
  { maxLength: 4 },
)

/** What one person makes of a text: lines taken away, and lines of their own that nobody else could have written. */
function changed(base: string[], made: Change[], name: string): string[] {
  const text = [...base]
  for (const [nth, { at, gone, added }] of made.entries())
    text.splice(Math.min(at, text.length), gone, ...added.map((each, of) => `${each}${name}${nth}-${of}。`))
  return text
}

test('of a thousand pairs of changes no line is lost: it is in the merge, or in what is to be decided', () => {
  let clean = 0
  fc.assert(
    fc.property(lines, changes, changes, (base, own, others) => {
      const [mine, theirs] = [changed(base, own, '甲'), changed(base, others, '乙')]
      const merged = mergeTexts(base.join('\n'), mine.join('\n'), theirs.join('\n'))

      const everything = merged.clean
        ? merged.text
        : merged.hunks.map((hunk) => (hunk.kind === 'same' ? hunk.text : hunk.mine + hunk.theirs)).join('')
      for (const each of [...mine, ...theirs].filter((text) => /[甲乙]\d+-\d+。$/.test(text)))
        for (const sentence of sentencesOf(each)) expect(everything).toContain(sentence)
      if (merged.clean) clean++
    }),
    { numRuns: 1_000, seed: 20_261_120 },
  )
  // Else it would be shown that nothing is ever merged.
  expect(clean).toBeGreaterThan(200)
})

test('whoever decides every clash for one side gets that side, with what the other changed elsewhere', () => {
  fc.assert(
    fc.property(lines, changes, changes, (base, own, others) => {
      const [mine, theirs] = [changed(base, own, '甲').join('\n'), changed(base, others, '乙').join('\n')]
      const merged = mergeTexts(base.join('\n'), mine, theirs)
      if (merged.clean) return
      const side = (name: 'base' | 'mine' | 'theirs') =>
        merged.hunks.map((hunk) => (hunk.kind === 'same' ? hunk.text : hunk[name])).join('')
      for (const sentence of mine.match(/甲\d+-\d+。/g) ?? []) expect(side('mine')).toContain(sentence)
      for (const sentence of theirs.match(/乙\d+-\d+。/g) ?? []) expect(side('theirs')).toContain(sentence)
    }),
    { numRuns: 1_000, seed: 20_261_120 },
  )
})

// More than either comparison may take, and far less than what other programs took (41 seconds for the first).
const patience = { timeout: 5_000 }

test(
  'three edits in three thousand equal lines merge, or are refused with all that was written',
  patience,
  () => {
    const base = Array.from({ length: 3_000 }, () => 'x')
    const mine = base.with(10, '甲').with(1_500, '乙').join('\n')
    const theirs = base.with(2_900, '丙').join('\n')
    const merged = mergeTexts(base.join('\n'), mine, theirs)
    const everything = merged.clean
      ? merged.text
      : merged.hunks.map((hunk) => (hunk.kind === 'same' ? hunk.text : hunk.mine + hunk.theirs)).join('')
    for (const word of ['甲', '乙', '丙']) expect(everything).toContain(word)
  },
)

test('two texts of the largest size that have nothing in common are refused whole', patience, () => {
  const random = (seed: number) =>
    Array.from({ length: 20_000 }, (_, at) => ((at * seed * 7_919) % 99_991).toString(36)).join('\n')
  const [base, mine, theirs] = [random(3), random(5), random(7)]
  const merged = mergeTexts(base, mine, theirs)
  const side = (name: 'mine' | 'theirs') =>
    merged.clean
      ? merged.text
      : merged.hunks.map((hunk) => (hunk.kind === 'same' ? hunk.text : hunk[name])).join('')
  expect([merged.clean, side('mine') === mine, side('theirs') === theirs]).toEqual([false, true, true])
})

test('one sentence of a quarter of a megabyte is one place to decide on', patience, () => {
  const long = '甲乙丙丁'.repeat(20_000)
  const merged = mergeTexts(`${long}。尾。`, `${long}一。尾。`, `${long}二。尾。`)
  expect(merged).toMatchObject({
    clean: false,
    hunks: [{ kind: 'conflict' }, { kind: 'same', text: '尾。' }],
  })
})

test(
  'corrections in neighbouring paragraphs that change places end as a merge or a decision, never as less text',
  patience,
  () => {
    const base = '第一段讲握手。\n\n第二段讲挥手。\n\n第三段讲拥塞。\n'
    const mine = '第二段讲挥手。\n\n第一段讲三次握手。\n\n第三段讲拥塞。\n'
    const theirs = base.replace('挥手', '四次挥手').replace('拥塞', '拥塞控制')
    const merged = mergeTexts(base, mine, theirs)
    const everything = merged.clean
      ? merged.text
      : merged.hunks.map((hunk) => (hunk.kind === 'same' ? hunk.text : hunk.mine + hunk.theirs)).join('')
    for (const words of ['三次握手', '四次挥手', '拥塞控制']) expect(everything).toContain(words)
  },
)
