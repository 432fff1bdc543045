import { expect, test } from 'vitest'
import { joinText, splitText } from './question-text.ts'

test.each([
  ['', ''],
  ['背景。', ''],
  ['', '答案。'],
  ['背景。\n\n<!-- 注 -->', '答案。\n\n<!-- answer -->\n\n还有。'],
])('context %j and answer %j come back from their draft as they were', (context, answer) => {
  expect(splitText(joinText({ context, answer }))).toEqual({ context, answer })
})
