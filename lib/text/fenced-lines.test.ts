import { expect, test } from 'vitest'
import { fencedLines } from './fenced-lines.ts'

test.each([
  ['文字\n```python\nx = 1\n```\n文字', [2, 3, 4]],
  ['- 一\n  ~~~\n  a\n  ```\n  ~~~\n二', [2, 3, 4, 5]],
  ['````md\n```\n````\n', [1, 2, 3]],
  ['```没有结束\nx', [1, 2]],
  ['``` a`b\n文字', []],
  ['没有代码', []],
])('the code of %o', (text, lines) => {
  expect([...fencedLines(text)]).toEqual(lines)
})
