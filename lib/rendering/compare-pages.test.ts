import fc from 'fast-check'
import { fromHtml } from 'hast-util-from-html'
import { expect, test } from 'vitest'
import { comparePages, type PageBlock } from './compare-pages.ts'
import { allText } from './mark-words.ts'
import { renderHere } from './pipeline.ts'
import type { TrustedHtml } from './rendered.ts'

const pageOf = async (markdown: string) => (await renderHere(markdown)).html
const textOf = (html: string) =>
  fromHtml(html, { fragment: true }).children.map(allText).join('').replace(/\n/g, '')

/** What a reader sees of one side: its own blocks, in the changed ones everything but the other side's marks. */
const sideOf = (blocks: PageBlock[], gone: 'added' | 'removed') => {
  const mark = gone === 'added' ? 'ins' : 'del'
  return blocks
    .filter(({ op }) => op !== gone)
    .map(({ html }) => textOf(html.replace(new RegExp(`<${mark}>[^<]*</${mark}>`, 'g'), '')))
    .join('')
}

const block = fc.constantFrom(
  '服务器回复的确认号是**字节数**加一。',
  '服务器回复的确认号是序列号加一。',
  '- 互斥\n- 请求与保持\n- 循环等待',
  '- 互斥\n- 请求与**保持**',
  '```python\nx = 1\nprint(x)\n```',
  '```python\nx = 2\nprint(x)\n```',
  '## 标题',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '| a | b |\n|---|---|\n| 1 | 3 |',
  '$$x^2$$',
  '> 引用 <UP,BROADCAST>',
)
const text = fc.array(block, { maxLength: 6 }).map((blocks) => blocks.join('\n\n'))

test('both pages can be read back from their comparison', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, async (before, after) => {
      const [old, fresh] = [await pageOf(before), await pageOf(after)]
      const blocks = comparePages(old, fresh) ?? []
      expect(sideOf(blocks, 'added')).toBe(textOf(old))
      expect(sideOf(blocks, 'removed')).toBe(textOf(fresh))
    }),
    { numRuns: 60 },
  )
})

test('in a changed paragraph only the changed word is marked, inside the bold that it stands in', async () => {
  const blocks = comparePages(
    await pageOf('第一段不变。\n\n确认号是**字节数**加一。'),
    await pageOf('第一段不变。\n\n确认号是**序列号**加一。'),
  )

  expect(blocks?.map(({ op }) => op)).toEqual(['same', 'changed'])
  expect(blocks?.[1]?.html).toMatch(/<strong>.*<ins>序列号?<\/ins>.*<\/strong>/)
  expect(blocks?.[1]?.html).toMatch(/<del>字节数?<\/del>/)
})

test('text that looks like HTML stays text', async () => {
  const blocks = comparePages(await pageOf('网卡 <UP>'), await pageOf('网卡 <img src=x onerror=alert(1)>'))

  expect(blocks?.map(({ html }) => html).join('')).not.toContain('<img')
})

test('pages too large to compare while somebody waits are not compared', () => {
  expect(
    comparePages('<p>a</p>' as TrustedHtml, `<p>${'b'.repeat(2_000_000)}</p>` as TrustedHtml),
  ).toBeUndefined()
})

test('a block carried elsewhere is shown as moved, from both ends', async () => {
  const [moving, one, two] = ['拥塞控制有四个阶段。', '流量控制靠滑动窗口。', '粘包是因为没有边界。']
  const blocks = comparePages(
    await pageOf([moving, one, two].join('\n\n')),
    await pageOf([one, two, moving].join('\n\n')),
  )

  expect(blocks?.map(({ op, movedTo }) => [op, movedTo])).toEqual([
    ['removed', 3],
    ['same', undefined],
    ['same', undefined],
    ['added', 0],
  ])
})

test('a replaced word stands in the cell of its replacement', async () => {
  const table = (meaning: string) => `| 标志 | 含义 |\n|---|---|\n| FIN | ${meaning} |`
  const blocks = comparePages(await pageOf(table('结束连接')), await pageOf(table('不再发送数据')))

  expect(blocks?.[0]?.html).toMatch(/<td>FIN<\/td>\s*<td><del>/)
})
