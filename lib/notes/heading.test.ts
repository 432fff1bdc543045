import { expect, test } from 'vitest'
import { headingReader } from './heading.ts'

const read = (raw: string, others: string[] = []) => headingReader([raw, ...others])(raw)

test.each([
  ['三次握手(2020/11/29-4)', '三次握手', 4, '2020-11-29', 'day'],
  ['OSI 七层协议(2)', 'OSI 七层协议', 2, null, 'unknown'],
  ['多线程(2021/3/29)', '多线程', 1, '2021-03-29', 'day'],
  ['锁（2023年5月）', '锁', 1, '2023-05-01', 'month'],
  ['锁 (2022-03)', '锁', 1, '2022-03-01', 'month'],
  ['锁(×3)', '锁', 3, null, 'unknown'],
  ['TCP vs UDP (3 times)', 'TCP vs UDP', 3, null, 'unknown'],
  ['锁(3次)(2021.3.9)', '锁', 3, '2021-03-09', 'day'],
  ['锁 (2019年)', '锁', 1, '2019-01-01', 'year'],
  ['锁（20210329）', '锁', 1, '2021-03-29', 'day'],
])('the mark of %s leaves the title', (raw, title, times, askedOn, precision) => {
  expect(read(raw)).toMatchObject({ title, encounter: { times, askedOn, precision } })
})

test.each([
  'ECMAScript (2015)',
  'C++ (2011) 的新特性',
  '线程池(一)',
  'fork(2)',
  '时间复杂度 O(1)',
  'shell命令(查看端口,负载,内存)',
  '锁 (2021-13)',
  '锁 (2021/2/30)',
  'SYN FLOOD (拒绝服务攻击)',
])('%s carries no mark', (raw) => {
  expect(read(raw)).toEqual({ title: raw, encounter: null })
})

test('a number right behind a word in small letters is a mark where the file has others', () => {
  expect(read('什么是socket(2)').encounter).toBeNull()
  expect(read('什么是socket(2)', ['OSI 七层协议(3)'])).toMatchObject({
    title: '什么是socket',
    encounter: { times: 2 },
  })
})

test('numbers that count the parts of one topic are no marks', () => {
  const parts = ['Java 锁 (2)', 'Java 锁 (3)']
  expect(read('Java 锁 (2)', parts)).toEqual({ title: 'Java 锁 (2)', encounter: null })
})

test.each([
  ['1. 常用系统调用', '常用系统调用'],
  ['2.1.Event Loop', 'Event Loop'],
  ['问题2: 互斥锁', '互斥锁'],
  ['Q12. What is `this`?', 'What is this?'],
  ['一、网络', '网络'],
  ['(1) 什么是锁', '什么是锁'],
  ['第3题 反转链表', '反转链表'],
  ['**优点**', '优点'],
  ['[What is it?](https://example.org)', 'What is it?'],
  ['什么是 `List<String>`？', '什么是 List<String>？'],
  ['[ ] What is left?', 'What is left?'],
  ['2MSL 是什么', '2MSL 是什么'],
  ['3次握手', '3次握手'],
  ['3.8 新特性', '3.8 新特性'],
  ['404', '404'],
  ['__init__ 是什么', '__init__ 是什么'],
  ['snake_case_name 和 *', 'snake_case_name 和 *'],
])('%s reads as %s', (raw, title) => {
  expect(read(raw).title).toBe(title)
})

test('direction and control characters do not survive in a title', () => {
  expect(read('a\u202Eb\u0007c').title).toBe('a b c')
})

test.each([
  ['面试官：谈谈闭包', '谈谈闭包'],
  ['【Q036】闭包是什么', '闭包是什么'],
  ['⭐️ 什么是闭包？', '什么是闭包？'],
  ['What is a closure? ⭐️🚀', 'What is a closure?'],
  ['How do you debug a deadlock? ***', 'How do you debug a deadlock?'],
  ['正则化的作用**', '正则化的作用'],
  ['常见的锁：', '常见的锁'],
  ['为什么不写 select *', '为什么不写 select *'],
])('%s is called %s', (raw, title) => {
  expect(read(raw).title).toBe(title)
})

test('a number without a mark behind it counts where the file counts, and belongs to the name elsewhere', () => {
  expect(read('2.2 表锁', ['2.1 行锁', '2.3 间隙锁', '3.1 事务']).title).toBe('表锁')
  expect(read('3 栈', ['1 链表', '2 队列', '4 树']).title).toBe('栈')
  expect(read('302 Found', ['200 OK', '301 Moved', '303 See Other', '304 Not Modified']).title).toBe(
    '302 Found',
  )
  expect(read('2.4 GHz 和 5 GHz 的区别', ['什么是信道']).title).toBe('2.4 GHz 和 5 GHz 的区别')
})

test('a question too long for a title is cut between words, and kept whole', () => {
  const long = `Suppose ${'that one more thing holds and '.repeat(9)}what do you do?`
  const { title, whole } = read(long)
  expect(title).toMatch(/^Suppose that .*\w…$/)
  expect(title.length).toBeLessThanOrEqual(200)
  expect(whole).toBe(long)
})
