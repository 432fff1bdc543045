import { expect, test } from 'vitest'
import { joinText, splitText } from './question-text.ts'

const label = { place: { note: 'n', section: '' }, tags: ['网络', '<!-- -->"\n'] }

test.each([
  ['', '', null],
  ['背景。', '', null],
  ['', '答案。', label],
  ['背景。\n\n<!-- 注 -->', '答案。\n\n<!-- answer -->\n\n还有。', label],
  ['', '', label],
])('context %j, answer %j and label %j come back from their draft as they were', (context, answer, given) => {
  expect(splitText(joinText({ context, answer, label: given }))).toEqual({ context, answer, label: given })
})
