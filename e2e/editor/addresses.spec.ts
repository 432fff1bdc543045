import type { Page } from '@playwright/test'
import { afterPageTimers } from '../page-timers.ts'
import { expect, move, open, save, test } from './trial.ts'

const shown = (page: Page) => page.locator('.bare-url').allTextContents()

async function paste(page: Page, type: string, text: string): Promise<void> {
  await page.evaluate(
    ([kind, content]) => {
      const data = new DataTransfer()
      data.setData(kind, content)
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      document.querySelector('.editor-text')?.dispatchEvent(event)
    },
    [type, text] as const,
  )
}

test('bare addresses look like links and stay as they are written', async ({ trial }) => {
  const source =
    '见 https://example.com/a_b(c)。`https://a.b` [字](https://x.y) <https://auto.io> **https://bold.io/x** 完\n'
  await open(trial, source)
  expect(await shown(trial)).toEqual(['https://example.com/a_b(c)', 'https://bold.io/x'])
  await trial.keyboard.press('ControlOrMeta+End')
  await trial.keyboard.type('！')
  expect((await save(trial)).markdown).toBe(source.replace('\n', '！\n'))
})

test('an address that is typed or pasted stands bare', async ({ trial }) => {
  await open(trial, '')
  await trial.keyboard.type('见 https://medium.com/@user_a/b_c?x=1&y=2。')
  expect(await shown(trial)).toEqual(['https://medium.com/@user_a/b_c?x=1&y=2'])
  await expect(trial.getByRole('listbox')).toHaveCount(0)
  await trial.keyboard.press('Enter')
  await paste(trial, 'text/plain', 'https://example.com/p_q')
  await trial.keyboard.press('Enter')
  await paste(trial, 'text/html', '出处：<a href="https://example.com/">https://example.com</a>')
  await trial.keyboard.press('Enter')
  await paste(trial, 'text/html', '<a href="https://example.com/">文档</a>')
  expect((await save(trial)).markdown).toBe(
    [
      '见 https://medium.com/@user_a/b_c?x=1&y=2。',
      'https://example.com/p_q',
      '出处：https://example.com',
      '[文档](https://example.com/)',
    ].join('\n\n'),
  )
  expect(await shown(trial)).toHaveLength(3)
})

test('a word composed right after an address arrives whole and ends the address', async ({ trial }) => {
  await open(trial, '见 https://example.com/a\n')
  await move(trial, 'End')
  const client = await trial.context().newCDPSession(trial)
  for (const text of ['n', 'ni', 'niha', 'nihao'])
    await client.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  await client.send('Input.insertText', { text: '你好' })
  await expect.poll(() => shown(trial)).toEqual(['https://example.com/a'])
  expect((await save(trial)).markdown).toBe('见 https://example.com/a你好\n')
})

test('a person is named by key, and what is no name is left alone', async ({ trial }) => {
  await open(trial, '')
  await trial.keyboard.type('问 ＠李')
  await expect(trial.getByRole('option')).toHaveText(['李雷'])
  await trial.keyboard.press('Enter')
  await trial.keyboard.type('和 @')
  await expect(trial.getByRole('option')).toHaveCount(3)
  await move(trial, 'ArrowDown')
  await trial.keyboard.press('Tab')
  await trial.keyboard.type('或 a-b@')
  await expect(trial.getByRole('listbox')).toHaveCount(0)
  expect((await save(trial)).markdown).toBe('问 [@李雷](/people/p2) 和 [@Li Lei](/people/p1) 或 a-b@')
})

test('what Markdown cannot say is told before it is saved', async ({ trial }) => {
  await open(trial, '甲[^1]\n\n[^1]: 注\n\n末尾\n')
  await trial.evaluate(() => {
    const [mark, last] = ['p', 'p:last-child'].map((name) => document.querySelector(`.editor-text > ${name}`))
    if (mark && last) getSelection()?.setBaseAndExtent(mark, 2, last, 0)
  })
  await afterPageTimers(trial, 50)
  await trial.keyboard.press('Backspace')
  await expect(trial.getByText('Markdown 无法完整表达')).toBeVisible()
  await trial.keyboard.press('ControlOrMeta+z')
  await expect(trial.getByText('Markdown 无法完整表达')).toHaveCount(0)
})
