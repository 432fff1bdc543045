import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { shippedFiles } from './shipped-entries.ts'

const inventory = join(import.meta.dirname, '../../shared/notes-inventory.tsv')
const isThere = existsSync(inventory)
if (!isThere) console.log(`Skipped: whether every topic is covered, as there is no ${inventory}.`)

/** Titles that say what they mean only by where they stand in their note, that are misspelt there, or that ask for several things. */
const meant: Record<string, string> = {
  安全: 'Redis 安全',
  主从复制: 'Redis 主从复制',
  优点: 'Redis 优点',
  虚拟内存: 'Redis 虚拟内存',
  myql索引什么情况下会失效: 'MySQL 索引什么情况下会失效',
  'asynio是什么？': 'asyncio 是什么？',
  描述多进程开发中join与deamon的区别: 'join 与 daemon',
  pipline: 'pipeline',
  '4. pre-worker服务模型': 'pre-fork',
  'Mysql5.7新变化特性-----Mysql8.0': 'MySQL 8.0 变化特性',
  '谈一下 HTTP 协议以及协议头部中表示数据类型的字段？': 'Content-Type',
  'HTTP 协议状态码有什么用，列出你知道的HTTP协议的状态码，然后讲出他们都表示什么意思？': 'HTTP 状态码',
}

test.skipIf(!isThere)('every topic of the real notes is an entry of the handbook', () => {
  const names = new Map(
    shippedFiles()
      .flatMap((file) => file.entries)
      .flatMap(({ title, aliases }) =>
        [title, ...aliases].map((name): [string, string] => [keyOf(name), title]),
      ),
  )
  const topics = readFileSync(inventory, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => {
      const [seed = '', line = '', , , , , cluster = '', title = ''] = row.split('\t')
      return { seed, line, cluster, title }
    })

  const missing = topics.filter(({ title, cluster }) => !reach(title, cluster).some((key) => names.has(key)))

  console.log(`Topics covered: ${topics.length - missing.length}/${topics.length}`)
  expect(topics.length).toBeGreaterThan(200)
  expect(missing).toEqual([])
})

/** The names under which a topic counts as covered: its title, that without what follows in brackets or after a gap, its cluster. */
function reach(title: string, cluster: string): string[] {
  const asked = meant[title] ?? unnumbered(title)
  return [asked, asked.split(/[（(]|\s{2}/)[0] ?? '', cluster].map(keyOf).filter((key) => key !== '')
}

/** Without numbers ahead and without marks such as `(2020/11/29-4)` or `(2)` at its end. */
const unnumbered = (title: string): string =>
  title
    .replace(/^\d+(\.\d+)*[.、]\s*/, '')
    .replace(/\s*[(（](\d{4}\/\d{1,2}\/\d{1,2}(-\d+)?|\d+)[)）]\s*$/, '')

/** Letters, digits and Han alone, folded. */
const keyOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9\p{Script=Han}]/gu, '')
