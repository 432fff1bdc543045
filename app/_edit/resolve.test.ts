import { expect, test } from 'vitest'
import { mergeTexts } from '#lib/text/merge'
import { resolve } from './resolve.ts'

const base = '第一句。第二句。\n\n结尾。\n'
const mine = '第一句。我的第二句。\n\n结尾。\n'
const theirs = '第一句。他的第二句。\n\n新的结尾。\n'

function hunksOf(...texts: [string, string, string]) {
  const merged = mergeTexts(...texts)
  if (merged.clean) throw new Error('This was to clash.')
  return merged.hunks
}

const hunks = hunksOf(base, mine, theirs)
const at = hunks.findIndex(({ kind }) => kind === 'conflict')

test('until it is decided, mine stands, with what they changed elsewhere', () => {
  expect(resolve(hunks, {})).toBe('第一句。我的第二句。\n\n新的结尾。\n')
})

test('mine, theirs, both or other words take the place of a clash', () => {
  expect(resolve(hunks, { [at]: { take: 'mine' } })).toBe('第一句。我的第二句。\n\n新的结尾。\n')
  expect(resolve(hunks, { [at]: { take: 'theirs' } })).toBe('第一句。他的第二句。\n\n新的结尾。\n')
  expect(resolve(hunks, { [at]: { take: 'both' } })).toBe('第一句。我的第二句。他的第二句。\n\n新的结尾。\n')
  expect(resolve(hunks, { [at]: { take: 'edit', text: '第二句改好了。' } })).toBe(
    '第一句。第二句改好了。\n\n新的结尾。\n',
  )
})

test('both of two last lines stay two lines', () => {
  const clash = hunksOf('甲', '乙', '丙\n')

  expect(resolve(clash, { 0: { take: 'both' } })).toBe('乙\n丙\n')
})
