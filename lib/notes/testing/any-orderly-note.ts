import fc from 'fast-check'

const topics = ['索引', '锁', '进程', 'TCP', 'HTTP 缓存', 'Redis 持久化', '虚拟内存', '事务', 'B+ 树', 'GIL']
const forms = [
  '什么是{}？',
  '{}有哪些优点？',
  'What is {}?',
  '1. {}的原理是什么？(2)',
  '{}',
  '**{}**怎么用？',
  '{} (2020/11/29-4)',
]

const title = fc
  .tuple(fc.constantFrom(...topics), fc.constantFrom(...forms), fc.nat({ max: 99 }))
  .map(([topic, form, number]) => form.replace('{}', `${topic} ${number}`))

const block = fc.constantFrom(
  '放在近处的副本，用来加快读取。',
  'A copy that is kept nearby.\nIt is faster.',
  '- 一\n- 二\n  - 三',
  '1. 先\n2. 后',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '```js\n# not a heading\n\nlet a = 1\n```',
  '> 引用\n> 两行',
  '#### 优点\n\n快。',
  '#### 小结\n\n- 慢',
  '![图](a.png)',
  '---',
  '**重点：**看这里',
  '<!-- answer -->\n\n另一种说法。',
  'TODO',
  '答：就是这样。',
)

const question = fc
  .tuple(title, fc.array(block, { maxLength: 3 }), fc.integer({ min: 1, max: 3 }))
  .map(([name, body, gap]) => `### ${name}\n\n${body.map((text) => text + '\n'.repeat(gap + 1)).join('')}`)

const section = fc
  .tuple(
    fc.constantFrom('基础', '网络', '数据库', '一、并发', 'Python'),
    fc.boolean(),
    fc.array(question, { maxLength: 4 }),
  )
  .map(
    ([name, hasText, questions]) =>
      `## ${name}\n\n${hasText ? '这一部分的说明。\n\n' : ''}${questions.join('')}`,
  )

/** Notes as people write them who keep to one form: a title, sections, questions on one level, answers of every kind of block. */
export const anyOrderlyNote = fc
  .tuple(fc.array(question, { maxLength: 2 }), fc.array(section, { minLength: 1, maxLength: 4 }))
  .map(
    ([loose, sections]) =>
      `# 笔记 {n}\n\n${loose.join('')}${sections.join('')}### 最后一个问题是什么？\n\n就是这个。\n`,
  )
