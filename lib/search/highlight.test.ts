import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldWithOrigins } from './fold.ts'
import { highlight } from './highlight.ts'
import { resolveTerms } from './resolve-terms.ts'
import { snippet } from './snippet.ts'

const lit = (text: string, terms: string[]) =>
  highlight(foldWithOrigins(text), terms)
    .filter(({ hit }) => hit)
    .map(({ t }) => t)

test.each([
  ['三次握手的过程', ['三次握手'], ['三次握手']],
  ['TCP握手与三次确认', ['三次握手'], ['握手', '三次']],
  ['线程安全', ['什么是线程'], ['线程']],
  ['什么', ['什么是线程'], []],
  ['加锁与解锁', ['锁'], ['锁', '锁']],
  ['RabbitMQ 与 rabbit', ['rabb'], ['Rabb', 'rabb']],
  ['crabbit', ['rabb'], []],
  ['WebSocket 用 socket', ['socket'], ['Socket', 'socket']],
  ['TIME_WAIT 与 time wait', ['time-wait'], ['TIME_WAIT', 'time wait']],
  ['ＮＧＩＮＸ 的惊群', ['nginx惊群'], ['ＮＧＩＮＸ', '惊群']],
  ['ﬁle 与 ﬁ', ['file'], ['ﬁle']],
  ['GIL，即 Global Interpreter Lock', ['gil', 'global interpreter lock'], ['GIL', 'Global Interpreter Lock']],
  ['B+树与 B 树', ['b+树'], ['B+树', 'B 树']],
  ['lock the interpreter, then another lock', ['interpreter lock'], ['lock', 'interpreter', 'lock']],
  ['TCP UDP', ['tcp', 'udp'], ['TCP', 'UDP']],
  ['a+b (c)', ['(', '+', '\\'], []],
] as const)('in %j %j lights up %j', (text, terms, expected) => {
  expect(lit(text, [...terms])).toEqual([...expected])
})

test('the pieces of any text join to exactly that text', () => {
  const text = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 4 }), (whole, terms) => {
      const pieces = highlight(foldWithOrigins(whole), [...terms, whole.slice(1, 3)])
      expect(pieces.map(({ t }) => t).join('')).toBe(whole)
    }),
  )
})

test('a passage is the window with most different terms, from the beginning of its sentence, with hits', () => {
  const text = `先说锁。${'无关的话，'.repeat(40)}然后结束。乐观锁用 version 字段比较。${'后面还有很多。'.repeat(30)}`
  const pieces = snippet([foldWithOrigins(text)], ['乐观锁', 'version'])
  expect(pieces.slice(0, 4)).toEqual([
    { t: '…', hit: false },
    { t: '乐观锁', hit: true },
    { t: '用 ', hit: false },
    { t: 'version', hit: true },
  ])
  expect(pieces.at(-1)?.t.endsWith('…')).toBe(true)
})

test('of passages with the same terms the one with most of the query in one piece counts, not the one with most hits', () => {
  const text = `描述符是进程的下标。${'无关的话，'.repeat(40)}然后结束。描述符、进程、描述符、进程、描述符。`
  const pieces = snippet([foldWithOrigins(text)], ['描述符是进程'], 40)
  expect(pieces[0]).toEqual({ t: '描述符是进程', hit: true })
})

test('a passage comes from the text that has most of the terms, and from the beginning of the first where none has any', () => {
  const texts = ['第一个答案讲锁。', '第二个答案讲锁和事务。'].map(foldWithOrigins)
  expect(
    snippet(texts, ['锁', '事务'])
      .map(({ t }) => t)
      .join(''),
  ).toBe('第二个答案讲锁和事务。')
  expect(snippet(texts, ['kafka'])).toEqual([{ t: '第一个答案讲锁。', hit: false }])
  expect(snippet([], ['锁'])).toEqual([])
})

test('a passage cuts no character in half and keeps to its length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.nat(290), (text, at) => {
      const characters = [...text]
      const joined = snippet([foldWithOrigins(text)], [characters[at] ?? '锁'], 50)
        .map(({ t }) => t)
        .join('')
      expect(joined.isWellFormed()).toBe(true)
      expect([...joined].length).toBeLessThanOrEqual(52)
    }),
  )
})

test.each([
  ['乐观锁和悲观锁', '', 'leguansuo', '乐观锁'],
  ['乐观锁和悲观锁', '', 'legu', '乐观'],
  ['乐观锁和悲观锁', '', 'bgs', '悲观锁'],
  ['消息', '用 RabbitMQ 传递', 'rabitmq', 'rabbitmq'],
  ['Redis', '', 'redis', 'redis'],
  ['消息', '', 'kafka', 'kafka'],
])('in %j %j the term %s becomes %s', (title, text, term, resolved) => {
  expect(resolveTerms(foldWithOrigins(title), [foldWithOrigins(text)], [term])).toEqual([resolved])
})
