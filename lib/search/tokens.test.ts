import fc from 'fast-check'
import { expect, test } from 'vitest'
import { originOf } from '#lib/text/fold'
import { slipsBetween } from './distance.ts'
import { fold, foldWithOrigins, squash } from './fold.ts'
import { pinyinForms, readsAsPinyin } from './pinyin.ts'
import { parseQuery } from './query.ts'
import { nameOf } from './small-words.ts'
import { tokensOf } from './tokens.ts'

const textsOf = (text: string) => tokensOf(text).map((token) => token.text)

test.each([
  ['乐观锁', ['乐观', '观锁', '锁']],
  ['锁', ['锁']],
  ['epoll_ctl', ['epoll_ctl', 'epollctl', 'epoll', 'ctl']],
  ['socket.accept()', ['socket.accept', 'socketaccept', 'socket', 'accept']],
  ['WebSocket', ['websocket', 'web', 'socket']],
  ['HTTPServer', ['httpserver', 'http', 'server']],
  ['MySQL5.7', ['mysql5.7', 'mysql57', 'mysql5', '7', 'my', 'sql', '5']],
  ['I/O', ['i/o', 'io', 'i', 'o']],
  ['C++ C#', ['c++', 'c', 'c#']],
  ['ｎｇｉｎｘ惊群', ['nginx', '惊群', '群']],
  ['redis的', ['redis', '的']],
  ['<b>&', ['b']],
])('%s is found by %j', (text, tokens) => {
  expect([...new Set(textsOf(text))]).toEqual(tokens)
})

test('tokens of any text are well-formed, bounded and hold nothing that could be an operator', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const token of textsOf(text)) {
        expect(token).toMatch(/^[\p{L}\p{M}\p{N}\p{Script=Han}._\-+#/ー]+$/u)
        expect(token.length).toBeLessThanOrEqual(64)
      }
    }),
  )
})

test('a folded text leads back to where each of its characters began', () => {
  const text = foldWithOrigins('①𠮷ﬁ…Ａ')
  expect(text.folded).toBe('1𠮷fi...a')
  const at = [...'1𠮷fi...a'].map((_, i) => i)
  expect(at.map((i) => originOf(text, i))).toEqual([0, 1, 1, 3, 3, 4, 4, 4])
  expect(originOf(text, text.folded.length)).toBe(6)
})

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})

test.each([
  ['什么是死锁？', '死锁'],
  ['TCP 和 UDP 的区别', 'tcpudp区别'],
  ['What is the GIL?', 'gil'],
  ['C++ 与 C#', 'c++c#'],
  ['什么是', '什么是'],
])('%s is compared as %s', (title, name) => {
  expect(nameOf(title)).toBe(name)
})

test('a character that joins others is not asked for behind a known name', () => {
  expect(parseQuery('数据库的').wide).toEqual(parseQuery('数据库').wide)
  expect(parseQuery('数据库的六').wide).not.toEqual(parseQuery('数据库').wide)
})

test('punctuation is no part of a name', () => {
  expect(squash('select、poll、epoll 模型（2）')).toBe('selectpollepoll模型2')
})

test('a title sounds from every character on, in full and by initials', () => {
  const { full, initials } = pinyinForms('什么是乐观锁 lock')
  expect(full).toEqual(expect.arrayContaining(['shenmeshileguansuo', 'leguansuo', 'guansuo', 'suo']))
  expect(initials).toEqual(expect.arrayContaining(['smslgs', 'lgs', 'gs', 's']))
})

test.each(['leguansuo', 'sisuo', 'sisu', 'xiecheng', 'siwang', 'lvse', 'leguans'])(
  '%s reads as typed sound',
  (word) => {
    expect(readsAsPinyin(word)).toBe(true)
  },
)

test.each(['mysql', 'epoll', 'nginx', 'ping', 'async', 'a'.repeat(200).concat('b1'), ''])(
  '%s does not read as typed sound',
  (word) => {
    expect(readsAsPinyin(word)).toBe(false)
  },
)

test.each([
  ['metacalss', 'metaclass', false, 1],
  ['kafak', 'kafka', false, 1],
  ['rabitm', 'rabbitmq', true, 1],
  ['rabitm', 'rabbitmq', false, 2],
  ['dokce', 'docker', true, 1],
  ['redis', 'redis', false, 0],
  ['abcd', 'wxyz', false, 3],
])('between %s and %s (unfinished: %s) lie %i slips', (typed, word, unfinished, slips) => {
  expect(slipsBetween(typed, word, 2, unfinished)).toBe(slips)
})
