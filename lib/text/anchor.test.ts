import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPassage, passageAt } from './anchor.ts'
import { mergeTexts, sentencesOf } from './merge.ts'

const page = '进程是资源分配的单位。线程是调度的单位。\n协程由用户态调度。线程共享进程的内存。'
const at = (text: string, words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return { from: start, to: start + words.length }
}
const found = (text: string, passage: Parameters<typeof findPassage>[1]) => {
  const range = findPassage(text, passage)
  return range && text.slice(range.from, range.to)
}

test('a passage that nobody touched is found to the letter', () => {
  const passage = passageAt(page, at(page, '协程由用户态调度'))
  expect(findPassage(page, passage)).toEqual(at(page, '协程由用户态调度'))
})

test('of the same words in two places, those are meant that stand in the same surroundings', () => {
  const second = at(page, '线程', page.indexOf('\n'))
  const passage = passageAt(page, second)
  const edited = `开头加了一句：线程很重要。${page.replace('进程是', '进程乃')}`
  expect(findPassage(edited, passage)?.from).toBe(edited.lastIndexOf('线程'))
})

test('words in places that cannot be told apart are found in neither', () => {
  const twice = '同一段话。\n同一段话。\n同一段话。\n同一段话。\n同一段话。\n同一段话。\n同一段话。\n'.repeat(
    4,
  )
  expect(findPassage(twice, { quote: '同一段话', prefix: '', suffix: '' })).toBeNull()
})

test('a passage whose words were changed a little is found where it stands now', () => {
  const passage = passageAt(page, at(page, '协程由用户态调度'))
  expect(found(page.replace('用户态', '用户程序'), passage)).toContain('由用户程序调度')
})

test('a passage that is gone is not found in words that merely look like it', () => {
  const passage = passageAt(page, at(page, '协程由用户态调度'))
  expect(findPassage('进程是资源分配的单位。线程是调度的单位。', passage)).toBeNull()
  expect(findPassage('', passage)).toBeNull()
  expect(findPassage('线程在别处也出现。', passageAt(page, at(page, '线程')))).toBeNull()
})

test('white space between words does not count', () => {
  const passage = { quote: 'a  context\nswitch', prefix: '', suffix: '' }
  expect(found('What is a context switch here', passage)).toBe('a context switch')
})

test('a quote far too long for an approximate search is found where it stands to the letter', () => {
  const long = Array.from({ length: 9_000 }, (_, line) => `第 ${line} 行。`).join('')
  const passage = passageAt(long, { from: 0, to: long.length - 10 })
  expect(findPassage(long, passage)).toEqual({ from: 0, to: long.length - 10 })
  expect(findPassage(long.replace('第 7 行', '第七行'), passage)).toBeNull()
})

const syllable = fc.constantFrom(
  ...'锁表页行读写事务隔离提交回滚版本快照幻读索引日志缓存内核用户调度进程线程',
  'TCP',
  ' ',
  'fd ',
)
const sentence = fc.array(syllable, { minLength: 6, maxLength: 20 }).map((parts) => `${parts.join('')}。`)
type Change = { where: number; what: 'insert' | 'remove' | 'replace'; text: string }
const change: fc.Arbitrary<Change> = fc.record({
  where: fc.double({ min: 0, max: 1, noNaN: true }),
  what: fc.constantFrom('insert', 'remove', 'replace'),
  text: sentence,
})
const given = fc.record({
  before: fc.array(sentence, { minLength: 5, maxLength: 20 }),
  passage: fc.array(syllable, { minLength: 10, maxLength: 40 }).map((parts) => `题${parts.join('')}解。`),
  after: fc.array(sentence, { minLength: 5, maxLength: 20 }),
  changes: fc.array(change, { minLength: 100, maxLength: 100 }),
})

/** Sentences inserted, removed and replaced, but never the one at `kept` with `guard` neighbours; where that stands then. */
function edited(sentences: string[], kept: number, changes: Change[], guard = 0) {
  const now = [...sentences]
  let at = kept
  for (const { where, what, text } of changes) {
    const place = Math.floor(where * (now.length + (what === 'insert' ? 1 : 0)))
    if (what !== 'insert' && (Math.abs(place - at) <= guard || place >= now.length)) continue
    if (what === 'insert' && guard > 0 && place > at - guard && place <= at + guard) continue
    now.splice(place, what === 'insert' ? 0 : 1, ...(what === 'remove' ? [] : [text]))
    if (what === 'insert' && place <= at) at += 1
    if (what === 'remove' && place < at) at -= 1
  }
  return { now, at }
}

test('a passage is found again after a hundred edits around it', () => {
  fc.assert(
    fc.property(given, ({ before, passage, after, changes }) => {
      const sentences = [...before, passage, ...after]
      const text = sentences.join('')
      const start = before.join('').length
      const remembered = passageAt(text, { from: start, to: start + passage.length })
      const { now, at } = edited(sentences, before.length, changes)
      const from = now.slice(0, at).join('').length
      expect(findPassage(now.join(''), remembered)).toEqual({ from, to: from + passage.length })
    }),
    { numRuns: 100 },
  )
})

test('a correction of one sentence goes together with a hundred edits around it', () => {
  fc.assert(
    fc.property(given, ({ before, passage, after, changes }) => {
      const sentences = [...before, passage, ...after]
      const corrected = passage.replace('解', '正解')
      // Right beside a corrected sentence an insertion has no one place.
      const { now, at } = edited(sentences, before.length, changes, 1)
      const merged = mergeTexts(sentences.join(''), [...before, corrected, ...after].join(''), now.join(''))
      expect(merged.clean && sentencesOf(merged.text)).toEqual(now.with(at, corrected))
    }),
    { numRuns: 50 },
  )
})
