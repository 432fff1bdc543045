import { expect, test } from 'vitest'
import { findPairs } from './find-pairs.ts'
import { likeness, threshold } from './likeness.ts'
import { profileOfText } from './text-profile.ts'
import { indexTitles, type Question } from './title-index.ts'

// Other people's notes, so that terms are as rare as they would be there.
const others = [
  'What is a goroutine?',
  'How does garbage collection work in Go?',
  'Explain the event loop in Node.js',
  'What is the difference between TCP and UDP?',
  'How do you center a div?',
  'React 的虚拟 DOM 是什么',
  'Kafka 如何保证消息不丢失',
  'B 树和 B+ 树的区别',
  '什么是一致性哈希',
  'JVM 内存模型',
  '单例模式有哪几种写法',
  'HTTP 状态码 301 和 302 的区别',
]

const question = (title: string, n: number, more: Partial<Question> = {}): Question => ({
  id: `${n}`.padStart(4, '0'),
  title,
  aliases: [],
  section: '',
  sectionId: `s${n}`,
  ...more,
})

async function score(a: Partial<Question>, b: Partial<Question>): Promise<number> {
  const two = [question(a.title ?? '', 100, a), question(b.title ?? '', 101, b)]
  const index = await indexTitles([...others.map((title, n) => question(title, n)), ...two])
  const [one, other] = two.map(({ id }) => index.questions.get(id)!)
  return likeness(index, one!, other!)
}

test.each([
  ['TCP vs UDP', 'What is the difference between TCP and UDP'],
  ['UDP 和 TCP 有什么不同', 'TCP 与 UDP 的区别'],
  ['What is a closure?', '什么是闭包'],
  ['Explain deadlock', '死锁是什么？如何避免？'],
  ['three-way handshake of TCP', 'TCP 三次握手的过程'],
  ['谈谈进程之间如何进行通信', '进程间通信的方式'],
  ['什么是粘包？socket 中造成粘包的原因是什么？', '粘包'],
  ['什麼是閉包', '闭包的概念'],
  ['SYN FLOOD（拒绝服务攻击）', 'SYN 攻击'],
  ['红黑树，各种情况下怎么旋转和变色', '红黑树的旋转'],
  ['所引的底层实现', '索引'],
])('%j asks the same as %j', async (a, b) => {
  expect(await score({ title: a }, { title: b })).toBeGreaterThanOrEqual(threshold)
})

test.each([
  ['进程间通信的方式', '进程'],
  ['HTTP 状态码 301 和 302 的区别', 'HTTP 请求方法有哪些'],
  ['What is a mutex?', 'What is a goroutine?'],
  ['Redis 的数据类型', 'Redis 的持久化'],
  ['Kafka 的应用场景', 'Nginx 的应用场景'],
  ['Flask 具体知识点（如 g 对象）', 'Django 具体知识点'],
  ['B 树和 B+ 树的区别', 'TCP 和 UDP 的区别'],
])('%j does not ask the same as %j', async (a, b) => {
  expect(await score({ title: a }, { title: b })).toBeLessThan(threshold)
})

test('a section says what a short title leaves out, but nothing about two questions that stand in it', async () => {
  const apart = await score({ title: '持久化', section: 'Redis' }, { title: 'Redis 持久化机制' })
  const without = await score({ title: '持久化' }, { title: 'Redis 持久化机制' })
  expect(apart).toBeGreaterThan(without)
  const inOne = { section: 'Redis', sectionId: 'same' }
  expect(await score({ title: '主从', ...inOne }, { title: '哨兵', ...inOne })).toBe(0)
})

test('another name counts like a title', async () => {
  expect(await score({ title: '都醒了', aliases: ['惊群'] }, { title: '什么是惊群' })).toBe(1)
})

test('each question is compared with few others, however many there are, and every pair comes once', async () => {
  const words = Array.from(
    { length: 400 },
    (_, n) => `概念${String.fromCharCode(0x4e00 + n)}${String.fromCharCode(0x5e00 + n)}`,
  )
  const questions = words.flatMap((word, n) => [
    question(`什么是${word}`, 2 * n),
    question(`${word}的原理`, 2 * n + 1),
  ])
  const index = await indexTitles(questions)
  const looked: number[] = []
  for (const one of index.questions.values()) looked.push(index.near(one).length)

  const pairs = await findPairs(
    index,
    questions.map(({ id }) => id),
    async (ids) => new Map(ids.map((id) => [id, profileOfText('')])),
  )

  expect(Math.max(...looked)).toBeLessThanOrEqual(30)
  expect(pairs).toHaveLength(400)
  expect(new Set(pairs.map(({ firstId, secondId }) => `${firstId} ${secondId}`)).size).toBe(400)
  for (const { firstId, secondId } of pairs) expect(Number(secondId) - Number(firstId)).toBe(1)
})

test.each(['', '？', '的', '🙂', 'x'.repeat(200), "'; drop table entry; --", '（（（', '\u0000'])(
  'takes %j as a title',
  async (title) => {
    expect(await score({ title }, { title: '什么是闭包' })).toBeLessThan(threshold)
  },
)
