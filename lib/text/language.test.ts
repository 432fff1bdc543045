import { expect, test } from 'vitest'
import { languageOf } from './language.ts'

test('a text with a Chinese character is Chinese, one without is English', () => {
  expect(languageOf('<p>TCP 的 <code>listen()</code></p>')).toBe('zh-CN')
  expect(languageOf('What is a B+ tree?')).toBe('en')
  expect(languageOf('')).toBe('en')
})
