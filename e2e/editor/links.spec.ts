import { afterCursor } from '../page-timers.ts'
import { expect, move, open, save, test } from './trial.ts'

const markdownOf = async (page: Parameters<typeof save>[0]) => (await save(page)).markdown

test('a link is made of selected words and changed again by key', async ({ trial }) => {
  await open(trial, '见文档。\n')
  await move(trial, 'Home', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight')
  await trial.keyboard.press('ControlOrMeta+k')
  await trial.getByLabel('地址').fill('https://example.com/a_b')
  await trial.keyboard.press('Enter')
  expect(await markdownOf(trial)).toBe('见[文档](https://example.com/a_b)。\n')
})

test('without a selection a link is asked for whole; an address alone stays bare or in brackets', async ({
  trial,
}) => {
  for (const [text, address, markdown] of [
    ['文档', 'https://example.com/a_b', '见[文档](https://example.com/a_b)。\n'],
    ['', 'https://example.com/a_b', '见https://example.com/a_b。\n'],
    ['', 'https://example.com/中文', '见<https://example.com/中文>。\n'],
    ['', 'li@example.com', '见<li@example.com>。\n'],
    ['', '../other.md', '见[../other.md](../other.md)。\n'],
    ['', '', '见。\n'],
  ] as const) {
    await open(trial, '见。\n')
    await move(trial, 'Home', 'ArrowRight')
    await trial.keyboard.press('ControlOrMeta+k')
    await expect(trial.getByLabel('显示文字')).toBeFocused()
    await trial.keyboard.insertText(text)
    await trial.keyboard.press('Tab')
    await trial.keyboard.insertText(address)
    await trial.keyboard.press('Enter')
    await expect(trial.locator('.editor-text')).toBeFocused()
    expect((await save(trial)).markdown).toBe(markdown)
  }
})

test('a link at the cursor gets another address or none, and its words and all the rest stay as they were', async ({
  trial,
}) => {
  const source =
    '* 甲  \n见 [**粗** 字][r] 和 <https://a.io/x>，或 https://b.io/y 。\n\n\n[r]: http://r.io  "题"\n'
  const at = async (text: string) => {
    await open(trial, source)
    await trial.getByText(text).last().click()
    await afterCursor(trial)
    await trial.keyboard.press('ControlOrMeta+k')
  }
  await at('粗')
  await expect(trial.getByLabel('地址')).toHaveValue('http://r.io')
  await expect(trial.getByLabel('标题', { exact: true })).toHaveValue('题')
  await trial.keyboard.press('Enter')
  expect(await save(trial)).toEqual({ markdown: source, method: 'mapped' })
  await at('粗')
  await trial.getByLabel('地址').fill('http://s.io')
  await trial.keyboard.press('Enter')
  expect(await save(trial)).toEqual({
    markdown: source.replace('[**粗** 字][r]', '[**粗** 字](http://s.io "题")'),
    method: 'block',
  })
  await at('粗')
  await trial.getByRole('button', { name: '移除' }).click()
  expect((await save(trial)).markdown).toBe(source.replace('[**粗** 字][r]', '**粗** 字'))
  await at('https://a.io/x')
  await trial.getByLabel('地址').fill('https://a.io/z')
  await trial.keyboard.press('Enter')
  expect((await save(trial)).markdown).toBe(source.replace('<https://a.io/x>', 'https://a.io/z'))
  await at('https://b.io/y')
  await trial.getByLabel('显示文字').fill('乙')
  await trial.keyboard.press('Enter')
  expect((await save(trial)).markdown).toBe(source.replace('https://b.io/y', '[乙](https://b.io/y)'))
  await at('https://b.io/y')
  await trial.keyboard.press('Escape')
  expect((await save(trial)).markdown).toBe(source)
})
