import { expect, test } from 'vitest'
import { plainText } from './plain-text.ts'

const read = (markdown: string) => plainText(markdown).replace(/\s+/g, ' ').trim()

test('Markdown reads without its marks, and code stays', () => {
  const markdown =
    '## 标题\n\n- **重点**：用 `epoll`\n> 引用 [链接](http://a/b)\n\n```c\nint a[3] = {0};\n```\n![图](x.png)'
  expect(read(markdown)).toBe('标题 重点：用 epoll 引用 链接 int a[3] = {0}; 图')
})

test('marks inside a block of code are the code’s own, also where the block never ends', () => {
  expect(read('```sh\nif [[ $a == b ]]; then ps | wc; fi\n# 数一数\n```\n**后来**')).toBe(
    'if [[ $a == b ]]; then ps | wc; fi # 数一数 后来',
  )
  expect(read('~~~\na ** b\n```\n| c | d |\n')).toBe('a ** b ``` | c | d |')
  expect(read('> ```py\n> a = 1\n> ```\n>>> b')).toBe('a = 1 b')
  expect(read('```一行``` 与 **其他**')).toBe('一行 与 其他')
})

test('a link to an entry reads as what it shows, and what only looks like one stays', () => {
  expect(read('见 [[TCP 三次握手]] 和 [[epoll|多路复用]]。')).toBe('见 TCP 三次握手 和 多路复用。')
  expect(read('[[1,2],[3,4]] [[0]] `x[[name]]` [[ -f d ]]')).toBe('[[1,2],[3,4]] [[0]] x[[name]] [[ -f d ]]')
})

test('a table reads cell by cell, and a bar elsewhere stays', () => {
  expect(read('前\n\n| 端口 | 协议 |\n|:---|---:|\n| 80 | **HTTP** |\n| 22 | |\n\n后 a | b')).toBe(
    '前 端口 · 协议 80 · HTTP 22 后 a | b',
  )
  expect(read('命令 | 作用\n--- | ---\n`ps \\| wc` | 数 [[进程\\|进程们]]')).toBe(
    '命令 · 作用 ps | wc · 数 进程们',
  )
  expect(read('a || b\n---\nc')).toBe('a || b c')
})

test.each([
  ['blanks', ' '],
  ['bars', '|'],
  ['rows', '|a|\n'],
  ['rulers', '|-|\n'],
  ['open links', '[[a'],
  ['open fences', '```\n~~~\n'],
  ['code marks', '` '],
  ['quotes', '> '],
])('reads hundred thousand characters of %s', (_, part) => {
  const text = part.repeat(100_000 / part.length)
  expect(plainText(`a|b\n${text}x`).length).toBeLessThanOrEqual(text.length * 3)
})
