import type { CDPSession, Page } from '@playwright/test'
import { afterPageTimers } from '../page-timers.ts'
import { expect, move, open, save, test } from './trial.ts'

/** Types as a Chinese input method does: each key changes what is composed, then a word is taken. */
async function compose(page: Page, keys: string, word: string): Promise<void> {
  const client = await page.context().newCDPSession(page)
  for (let at = 1; at <= keys.length; at++) await underway(client, keys.slice(0, at))
  await client.send('Input.insertText', { text: word })
  await client.detach()
}

async function underway(client: CDPSession, text: string): Promise<void> {
  await client.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  })
}

/** A key as a browser reports it while an input method has it. */
async function keyOfInputMethod(page: Page, key: string): Promise<void> {
  const client = await page.context().newCDPSession(page)
  await client.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key,
    code: key,
    windowsVirtualKeyCode: 229,
  })
  await client.detach()
}

test('the first letter after "# " is not lost', async ({ trial }) => {
  for (const [typed, markdown] of [
    ['# ', '# 你好'],
    ['### ', '### 你好'],
    ['＃＃ ', '## 你好'],
    ['- ', '- 你好'],
    ['1. ', '1. 你好'],
    ['> ', '> 你好'],
    ['[ ] ', '- [ ] 你好'],
  ] as const) {
    await open(trial, '')
    await trial.keyboard.type(typed)
    await compose(trial, 'nihao', '你好')
    await afterPageTimers(trial, 100)
    expect((await save(trial)).markdown).toBe(markdown)
  }
})

test('words composed one after the other, at once after Enter, and in a heading all arrive', async ({
  trial,
}) => {
  await open(trial, '开头\n')
  await move(trial, 'End')
  await compose(trial, 'jin', '进')
  await compose(trial, 'cheng', '程')
  await trial.keyboard.press('Enter')
  await compose(trial, 'xian', '线')
  await trial.keyboard.type('# ')
  await compose(trial, 'cheng', '程')
  await afterPageTimers(trial, 100)
  expect((await save(trial)).markdown).toBe('开头进程\n\n线# 程\n')
})

test('Enter, arrows and shortcuts do nothing while a word is composed', async ({ trial }) => {
  await open(trial, '一段\n')
  await move(trial, 'End')
  await trial.keyboard.press('Enter')
  await trial.keyboard.type('/')
  await expect(trial.getByRole('listbox')).toBeVisible()
  const client = await trial.context().newCDPSession(trial)
  await underway(client, 'biao')
  for (const key of ['Enter', 'Tab', 'ArrowDown', 'Escape']) await keyOfInputMethod(trial, key)
  expect(await trial.locator('.editor-text :is(h1, h2, ul, table)').count()).toBe(0)
  expect(await trial.evaluate(() => window.trial.saved.length)).toBe(0)
  await client.send('Input.insertText', { text: '表' })
  await expect(trial.getByRole('option')).toHaveText([/列表/, /编号列表/, /任务列表/, /表格/].slice(0, 4))
})

test('an input method that gives up leaves nothing behind', async ({ trial }) => {
  await open(trial, '一段\n')
  await move(trial, 'End')
  const client = await trial.context().newCDPSession(trial)
  await underway(client, 'ni')
  await client.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  expect((await save(trial)).markdown).toBe('一段\n')
})

test('full-width signs open the menus', async ({ trial }) => {
  for (const [typed, name] of [
    ['、', '插入'],
    ['／', '插入'],
    ['【【', '词条'],
    ['＠', '成员'],
  ] as const) {
    await open(trial, '')
    await trial.keyboard.insertText(typed.slice(0, -1))
    await trial.keyboard.insertText(typed.slice(-1))
    await expect(trial.getByRole('listbox', { name })).toBeVisible()
    await trial.keyboard.press('Escape')
    await expect(trial.getByRole('listbox')).toHaveCount(0)
    expect((await save(trial)).markdown).toBe(typed)
  }
})

test('a comma between Chinese words opens no menu', async ({ trial }) => {
  await open(trial, '')
  await compose(trial, 'jincheng', '进程')
  await trial.keyboard.insertText('、')
  await expect(trial.getByRole('listbox')).toHaveCount(0)
})

test('an entry is looked for with composed words and linked by key', async ({ trial }) => {
  await open(trial, '见')
  await move(trial, 'End')
  await trial.keyboard.type('[[')
  await compose(trial, 'xiecheng', '协程')
  await expect(trial.getByRole('option')).toHaveText(['协程'])
  await trial.keyboard.press('Enter')
  expect((await save(trial)).markdown).toBe('见[[协程]]')
})

test('a member is looked for with composed words, and keys of the input method pick nobody', async ({
  trial,
}) => {
  await open(trial, '问')
  await move(trial, 'End')
  await trial.keyboard.insertText(' ')
  await trial.keyboard.insertText('＠')
  await expect(trial.getByRole('option')).toHaveText(['王芳', 'Li Lei', '李雷'])
  const client = await trial.context().newCDPSession(trial)
  await underway(client, 'li')
  for (const key of ['Enter', 'Tab']) await keyOfInputMethod(trial, key)
  await client.send('Input.insertText', { text: '李' })
  await expect(trial.getByRole('option')).toHaveText(['李雷'])
  await trial.keyboard.press('Enter')
  expect((await save(trial)).markdown).toBe('问 [@李雷](/people/p2) ')
})

test('a word composed in a cell stays there, and keys of the input method leave the table as it is', async ({
  trial,
}) => {
  await open(trial, '| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |\n')
  await trial.locator('.editor-text td').last().click()
  await move(trial, 'End')
  const client = await trial.context().newCDPSession(trial)
  await underway(client, 'biao')
  for (const key of ['Enter', 'Tab', 'ArrowUp', 'Escape']) await keyOfInputMethod(trial, key)
  await client.send('Input.insertText', { text: '表' })
  await trial.keyboard.press('Tab')
  await compose(trial, 'xin', '新')
  expect((await save(trial)).markdown).toBe('| 甲 | 乙 |\n| --- | --- |\n| 一 | 二表 |\n| 新 |  |\n')
})

test('what is looked for and put in its place may be composed, and a word may be composed where it is found', async ({
  trial,
}) => {
  await open(trial, '线程与线程，tie\n')
  await trial.keyboard.press('ControlOrMeta+f')
  const looked = trial.getByRole('textbox', { name: '查找' })
  await looked.focus()
  await compose(trial, 'xiancheng', '线程')
  await expect(trial.locator('.editor-find output')).toHaveText('1 / 2 处')
  const client = await trial.context().newCDPSession(trial)
  await underway(client, 'x')
  for (const key of ['Enter', 'Escape']) await keyOfInputMethod(trial, key)
  await client.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  await expect(trial.locator('.editor-find output')).toHaveText('1 / 2 处')
  await trial.getByRole('textbox', { name: '替换为' }).focus()
  await underway(client, 'jincheng')
  await keyOfInputMethod(trial, 'Enter')
  await client.send('Input.insertText', { text: '进程' })
  await trial.keyboard.press('Enter')
  await expect(trial.locator('.editor-text')).toHaveText('进程与线程，tie')

  await looked.fill('tie')
  await trial.locator('.editor-text').focus()
  await move(trial, 'End')
  await compose(trial, 'tie', '铁')
  expect((await save(trial)).markdown).toBe('进程与线程，tie铁\n')
})
