import AxeBuilder from '@axe-core/playwright'
import { afterPageTimers } from '../page-timers.ts'
import { expect, move, open, save, test } from './trial.ts'

const markdownOf = async (page: Parameters<typeof save>[0]) => (await save(page)).markdown

test('Markdown typed becomes what it means, also between Chinese', async ({ trial }) => {
  await open(trial, '')
  await trial.keyboard.type('## 标题')
  await trial.keyboard.press('Enter')
  await trial.keyboard.type('这是**重点**后面，==标记==和`code`与~~删~~。')
  await trial.keyboard.type('[链](https://a.io)')
  await trial.keyboard.press('Enter')
  await trial.keyboard.type('- [ ] 一')
  await trial.keyboard.press('Enter')
  await trial.keyboard.type('二')
  await trial.keyboard.press('Enter')
  await trial.keyboard.press('Enter')
  await trial.keyboard.type('```go ')
  await trial.keyboard.type('func main() {}')
  expect(await markdownOf(trial)).toBe(
    '## 标题\n\n这是**重点**后面，==标记==和`code`与~~删~~。[链](https://a.io)\n\n- [ ] 一\n- [ ] 二\n\n```go\nfunc main() {}\n```',
  )
  await expect(trial.locator('.hljs-keyword')).toHaveText('func')
})

test('signs that mean nothing stay signs', async ({ trial }) => {
  await open(trial, '文字\n')
  await move(trial, 'End')
  await trial.keyboard.insertText(' a*b*c <div> [x] _y_ 2$ #1')
  const { markdown } = await save(trial)
  await open(trial, markdown)
  await expect(trial.locator('.editor-text p').first()).toHaveText('文字 a*b*c <div> [x] _y_ 2$ #1')
})

test('the slash menu makes a table, in which keys move, add and align', async ({ trial }) => {
  await open(trial, '')
  await trial.keyboard.type('/biaoge')
  await trial.keyboard.press('Enter')
  await trial.keyboard.type('甲')
  await trial.keyboard.press('Tab')
  await trial.keyboard.type('a|b')
  await trial.keyboard.press('Tab')
  await trial.keyboard.press('Tab')
  await trial.keyboard.type('一')
  await trial.keyboard.press('Enter')
  await trial.keyboard.type('二')
  await trial.getByRole('button', { name: '居中' }).click()
  await trial.getByRole('button', { name: '删除列' }).isVisible()
  await trial.getByRole('button', { name: '行下移' }).click()
  expect(await markdownOf(trial)).toBe(
    '| 甲 | a\\|b |  |\n| :---: | --- | --- |\n|  |  |  |\n| 一<br>二 |  |  |',
  )
  await trial.getByRole('button', { name: '在右侧插入列' }).click()
  await trial.getByRole('button', { name: '列右移' }).click()
  await trial.getByRole('button', { name: '在上方插入行' }).click()
  await trial.getByRole('button', { name: '删除行' }).click()
  await trial.getByRole('button', { name: '删除表格' }).click()
  expect(await markdownOf(trial)).toBe('')
})

test('tasks are ticked, items move by key, and undo brings back', async ({ trial }) => {
  const source = '* [ ] 一\n* [x] 二\n* 三\n'
  await open(trial, source)
  await trial.getByRole('checkbox').first().click()
  expect(await markdownOf(trial)).toBe('* [x] 一\n* [x] 二\n* 三\n')
  await trial.getByText('一', { exact: true }).click()
  await trial.keyboard.press('Alt+ArrowDown')
  expect(await markdownOf(trial)).toBe('* [x] 二\n* [x] 一\n* 三\n')
  await trial.keyboard.press('ControlOrMeta+z')
  await trial.keyboard.press('ControlOrMeta+z')
  expect(await markdownOf(trial)).toBe(source)
})

test('words are found and replaced, and keep what they are marked with', async ({ trial }) => {
  await open(trial, '线程和**线程**。\n\n- 线程池\n')
  await trial.keyboard.press('ControlOrMeta+f')
  await trial.getByRole('textbox', { name: '查找', exact: true }).fill('线程')
  await expect(trial.locator('.editor-found')).toHaveCount(3)
  await trial.getByLabel('替换为').fill('进程')
  await trial.getByRole('button', { name: '全部替换' }).click()
  await trial.keyboard.press('Escape')
  expect(await markdownOf(trial)).toBe('进程和**进程**。\n\n- 进程池\n')
})

test('the cursor goes along between the text and its Markdown', async ({ trial }) => {
  const source = '# 题\r\n\r\n* **甲** [乙](x)\r\n\r\n\r\n| a | b |\r\n|---|---|\r\n| 丙 | `丁` |\r\n'
  await open(trial, source)
  await trial.getByText('丙').click()
  await move(trial, 'End')
  await trial.keyboard.press('ControlOrMeta+/')
  await trial.locator('.cm-content').waitFor()
  await trial.keyboard.type('1')
  expect(await markdownOf(trial)).toBe(source.replace('丙', '丙1'))
  for (let line = 0; line < 5; line++) await move(trial, 'ArrowUp')
  await move(trial, 'Home')
  for (let at = 0; at < 5; at++) await move(trial, 'ArrowRight')
  await trial.keyboard.press('ControlOrMeta+/')
  await expect(trial.locator('.editor-text')).toBeFocused()
  await trial.keyboard.type('2')
  expect(await markdownOf(trial)).toBe(source.replace('丙', '丙1').replace('甲', '甲2'))
})

test('a block is dragged by its grip', async ({ trial }) => {
  await open(trial, '甲\n\n乙\n\n丙\n')
  await trial.getByText('甲', { exact: true }).hover()
  const [grip, last] = await Promise.all([
    trial.getByRole('button', { name: '移动段落' }).boundingBox(),
    trial.getByText('丙', { exact: true }).boundingBox(),
  ])
  if (!grip || !last) throw new Error('There is no grip.')
  await trial.mouse.move(grip.x + 8, grip.y + 12)
  await trial.mouse.down()
  await trial.mouse.move(last.x + 40, last.y + 10, { steps: 5 })
  await trial.mouse.move(last.x + 40, last.y + last.height - 2, { steps: 5 })
  await trial.mouse.up()
  expect(await markdownOf(trial)).toBe('乙\n\n丙\n\n甲\n')
})

test('a formula and a comment are shown, and changed in a little window reached by key', async ({
  trial,
}) => {
  await open(trial, '$a^2$ 后 <!-- 注 -->\n\n<!-- 整段 -->\n')
  await expect(trial.locator('.editor-math math')).toBeVisible()
  await trial.locator('.editor-math').click()
  await trial.keyboard.press('Enter')
  await trial.getByLabel('公式（TeX）').fill('b^3')
  await trial.keyboard.press('Enter')
  expect(await markdownOf(trial)).toBe('$b^3$ 后 <!-- 注 -->\n\n<!-- 整段 -->\n')
})

test('a footnote gets the next number and the cursor goes to its note', async ({ trial }) => {
  await open(trial, '甲[^1]\n\n[^1]: 一\n')
  await trial.keyboard.press('ControlOrMeta+Home')
  await move(trial, 'ArrowRight')
  await trial.getByRole('button', { name: '脚注' }).click()
  await trial.keyboard.type('二')
  expect(await markdownOf(trial)).toBe('甲[^2][^1]\n\n[^1]: 一\n\n[^2]: 二\n')
})

test('the Markdown view shows the source, and to and fro changes nothing', async ({ trial }) => {
  const source = '# 题\r\n\r\n\r\n* a\r\n* b  \r\n\r\n[r]: http://x.y\r\n'
  await open(trial, source)
  await trial.keyboard.press('ControlOrMeta+/')
  await expect(trial.locator('.cm-content')).toContainText('[r]: http://x.y')
  await expect(trial.getByRole('region', { name: '预览' }).locator('h1')).toHaveText('题')
  expect(await markdownOf(trial)).toBe(source)
  await trial.keyboard.press('ControlOrMeta+/')
  await expect(trial.locator('.cm-content')).toHaveCount(0)
  expect(await markdownOf(trial)).toBe(source)
  await trial.keyboard.press('ControlOrMeta+/')
  await trial.locator('.cm-content').click()
  await trial.keyboard.press('ControlOrMeta+Home')
  await trial.keyboard.type('前言\n\n')
  expect(await markdownOf(trial)).toBe(`前言\r\n\r\n${source}`)
  await trial.keyboard.press('ControlOrMeta+/')
  await expect(trial.locator('.editor-text p').first()).toHaveText('前言')
  expect(await markdownOf(trial)).toBe(`前言\r\n\r\n${source}`)
})

test('changes are told once the keys rest, and opening tells nothing', async ({ trial }) => {
  await open(trial, '* 一\n')
  await afterPageTimers(trial, 300)
  expect(await trial.evaluate(() => window.trial.changed)).toEqual([])
  await move(trial, 'End')
  await trial.keyboard.type('abc')
  await expect
    .poll(() => trial.evaluate(() => window.trial.changed))
    .toEqual([{ markdown: '* 一abc\n', method: 'mapped' }])
})

test('a text too deep to be shown is edited as Markdown', async ({ trial }) => {
  const source = `${'> '.repeat(105)}a\n`
  await trial.evaluate((text) => window.trial.open(text), source)
  await expect(trial.locator('.cm-content')).toContainText('> > >')
  await expect(trial.getByText('内容过于复杂')).toBeVisible()
})

test('nothing breaks the policy of the page', async ({ trial }) => {
  const broken: string[] = []
  trial.on('console', (message) => {
    if (message.type() === 'error') broken.push(message.text())
  })
  await open(trial, '| a |\n|:-:|\n| b |\n\n$x^2$\n\n```js\nlet a\n```\n\n![x](/uploads/x.png)\n')
  await trial.getByRole('button', { name: '查看 Markdown' }).click()
  await trial.locator('.cm-content').waitFor()
  expect(broken).toEqual([])
})

test('assistive software can use it, in light and dark, with every menu', async ({ trial }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await trial.emulateMedia({ colorScheme })
    await open(
      trial,
      '## 题\n\n| a |\n|:-:|\n| b |\n\n- [x] 做完\n\n$x^2$\n\n```js\nlet a\n```\n\n<!-- c -->\n',
    )
    await trial.keyboard.press('ControlOrMeta+f')
    await trial.getByText('b', { exact: true }).click()
    await trial.keyboard.press('ControlOrMeta+k')
    const { violations } = await new AxeBuilder({ page: trial }).include('.editor').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    await trial.keyboard.press('Escape')
    await open(trial, '')
    await trial.keyboard.type('/')
    await trial.getByRole('listbox').waitFor()
    const menu = await new AxeBuilder({ page: trial }).include('.editor').analyze()
    expect(menu.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  }
})
