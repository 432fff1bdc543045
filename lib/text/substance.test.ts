import { expect, test } from 'vitest'
import { substanceOf } from './substance.ts'

test.each([
  '',
  '\n \n',
  '![图](a.png)\n\n![图][b]',
  '```\n\n```',
  '````\n \n````',
  '## 小标题\n\n### 又一个',
  '参考：https://example.org/a',
  '☆☆参考连接：https://example.org/a',
  '参考：\n\n- [a](https://example.org/a)\n- https://example.org/b',
  '[文章](https://example.org)',
  'C:\\Users\\me\\notes.md',
  '参考-learning\\net/网络',
  '为什么不是两次？',
  '为什么是三次，',
  'TODO',
  '待补充',
  '略',
  '[TOC]',
  '<br>',
  '---',
  '<!-- later -->',
  '[^1]: note',
])('%j says nothing', (markdown) => {
  expect(substanceOf(markdown)).toBe('none')
})

test.each([
  '同上',
  '见上一题',
  'See question 3',
  '[[TCP 三次握手]]',
  '（signal Dispatcher）',
  '三次握手的过程，未完待续',
])('%j says something, but explains nothing', (markdown) => {
  expect(substanceOf(markdown)).toBe('some')
})

test.each([
  '爬虫，定时任务',
  '- 原子性\n- 一致性',
  'B',
  '443.',
  '42',
  '/etc/hosts',
  '```\nls -l\n```',
  '> 一种内存数据库。',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  'TCP 见 [RFC 9293](https://www.rfc-editor.org/rfc/rfc9293) 的第三章。',
  '为什么？因为要确认双方的收发能力。',
  '用 https://example.org 的接口。',
])('%j is an answer', (markdown) => {
  expect(substanceOf(markdown)).toBe('full')
})

test('what a fence holds is said, even where it looks like a heading', () => {
  expect(substanceOf('```sh\n# 统计行数\n```')).toBe('full')
})
