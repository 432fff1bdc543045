import { expect, test } from 'vitest'
import { countWords } from './count-words.ts'

test('each Chinese character counts, and each word of other scripts', () => {
  expect(countWords('进程 and 线程：epoll_wait, 3.14、don’t。')).toBe(4 + 4)
  expect(countWords('  \n，。!')).toBe(0)
})
