import type { Page } from '@playwright/test'
import { findTrouble } from './axe.ts'
import { test as base, expect } from './fixtures.ts'
import { givenHistory, type History, openQuestion } from './given-history.ts'

const moving = '拥塞控制有四个阶段：慢启动、拥塞避免、快重传、快恢复。'
const first = `确认号是客户端字节数加一。\n\n${moving}\n\n中间的一段不变，讲的是半连接队列。\n\n流量控制靠滑动窗口。\n\n最后是四次挥手。`
const second = first.replace('字节数', '序列号')
const third = `${second.replace(`${moving}\n\n`, '')}\n\n${moving}`

/** `read`: a question with three versions for whoever only looks. Each version is an import at the command line. */
const test = base.extend<object, { read: History }>({
  read: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names it wants from the pattern.
    async ({}, use) => use(await givenHistory(first, second, third)),
    { scope: 'worker' },
  ],
})

/** Opens the history of the answer of a question. */
async function openHistory(page: Page, given: History) {
  await openQuestion(page, given)
  await page.getByRole('main').getByRole('link', { name: '第 3 版' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '历史' })).toBeVisible()
}

test('two versions are chosen from the history and compared, word by word, what moved as moved', async ({
  page,
  read,
}) => {
  await openHistory(page, read)
  await expect(page.getByText('3 个版本')).toBeVisible()
  await page.getByRole('radio', { name: '比较的旧版：第 1 版' }).check()
  await page.getByRole('button', { name: '比较所选的两版' }).click()

  await expect(page).toHaveURL(/compare\?to=3&from=1$/)
  await expect(page.getByRole('deletion').filter({ hasText: '字节数' })).toBeVisible()
  await expect(page.getByRole('insertion').filter({ hasText: '序列号' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^移到第 \d+ 行/ })).toBeVisible()

  await page.getByRole('link', { name: '并排' }).click()
  await expect(page.getByRole('deletion').filter({ hasText: '字节数' })).toBeVisible()

  await page.getByRole('link', { name: '排版后' }).click()
  await expect(page.getByRole('insertion').filter({ hasText: '序列号' })).toBeVisible()
})

test('keys and buttons lead from change to change', async ({ page, read }) => {
  await openHistory(page, read)
  await page.getByRole('radio', { name: '比较的旧版：第 1 版' }).check()
  await page.getByRole('button', { name: '比较所选的两版' }).click()
  await expect(page.getByRole('button', { name: '下一处更改' })).toBeVisible()

  await page.keyboard.press('j')
  await expect(page.getByRole('region', { name: /^第 1 处更改/ })).toBeFocused()
  await page.keyboard.press('j')
  await expect(page.getByRole('region', { name: /^第 2 处更改/ })).toBeFocused()
  await page.getByRole('button', { name: '上一处更改' }).click()
  await expect(page.getByRole('region', { name: /^第 1 处更改/ })).toBeFocused()
})

test('an old version says so, and blame says which version wrote a passage', async ({ page, read }) => {
  await openHistory(page, read)
  await page.getByRole('link', { name: '第 1 版', exact: true }).click()
  await expect(page.getByText('这是旧版：第 1 版，最新是第 3 版。')).toBeVisible()
  await expect(page.getByText('确认号是客户端字节数加一。').first()).toBeVisible()

  await page.getByRole('link', { name: '出处' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '客户端序列号加一' })).toContainText('第 2 版')
  await page.getByRole('link', { name: 'Markdown 源文' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '客户端序列号加一' })).toContainText('第 2 版')
})

test('the key h leads from a question to its history', async ({ page, read: { question } }) => {
  await page.goto(`/search?q=${encodeURIComponent(question)}`)
  await page.getByRole('main').getByRole('link', { name: question }).first().click()
  await expect(page.getByRole('link', { name: '历史', exact: true })).toBeVisible()
  await page.keyboard.press('h')

  await expect(page.getByRole('heading', { level: 1, name: '历史' })).toBeVisible()
})

test('readers see no way to restore, and are asked to sign in where one leads', async ({ page, read }) => {
  await openHistory(page, read)

  await expect(page.getByRole('link', { name: '恢复此版' })).toHaveCount(0)
  await page.goto(`${new URL(page.url()).pathname}/1/restore`)
  await expect(page).toHaveURL(/\/sign-in\?next=/)
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(() => {
    test.use({ javaScriptEnabled })
    test(`an editor restores an old version and takes that back, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
      page,
      signInAs,
    }) => {
      await signInAs('editor')
      await openHistory(page, await givenHistory(first, second, third))
      const history = new URL(page.url()).pathname
      if (javaScriptEnabled) await page.getByRole('link', { name: '恢复此版' }).last().click()
      else await page.goto(`${history}/1/restore`)
      await expect(page.getByRole('insertion').filter({ hasText: '字节数' })).toBeVisible()
      await page.getByRole('button', { name: '恢复第 1 版' }).click()
      await expect(page.getByText('已保存为新的一版。')).toBeVisible()

      await page.getByRole('link', { name: '查看', exact: true }).click()
      await expect(page.getByRole('heading', { level: 1, name: '第 4 版' })).toBeVisible()
      await expect(page.getByRole('main').getByText('恢复第 1 版')).toBeVisible()

      await page.goto(`${history}/4/undo`)
      await page.getByRole('button', { name: '撤销第 4 版' }).click()
      await expect(page.getByText('已保存为新的一版。')).toBeVisible()
      await page.goto(`${history}/5`)
      await expect(page.getByText('确认号是客户端序列号加一。').first()).toBeVisible()
    })
  })
}

test('a version whose sentence was changed again is taken back in the editor, with both texts at hand', async ({
  page,
  signInAs,
}) => {
  await signInAs('editor')
  await openQuestion(
    page,
    await givenHistory(first, second, second.replace('客户端序列号加一', '期望的下一个序列号')),
  )
  await page.getByRole('main').getByRole('link', { name: '第 3 版' }).click()
  await page.goto(`${new URL(page.url()).pathname}/2/undo`)

  await expect(page.getByText(/无法自动撤销/)).toBeVisible()
  await expect(page.getByText('确认号是客户端字节数加一。')).toBeVisible()
  await expect(page.getByText('确认号是期望的下一个序列号。')).toBeVisible()
  await expect(page.getByRole('button', { name: /^撤销第/ })).toHaveCount(0)

  await page.getByRole('link', { name: '在编辑器中选择' }).click()
  await expect(page.getByRole('heading', { name: '撤销第 2 版的修改' })).toBeVisible()
  await page.getByRole('radio', { name: '没有第 2 版时' }).check()
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForURL(/\/entries\//)
  await expect(page.getByText('确认号是客户端字节数加一。')).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: '第 4 版' })).toBeVisible()
})

test('axe finds nothing on history, versions, comparisons, blame and restoring, light or dark', async ({
  page,
  read,
  signInAs,
}) => {
  await signInAs('editor')
  await openHistory(page, read)
  const history = new URL(page.url()).pathname
  const text = history.replace('/history', '')
  const paths = ['/history', '/history/1', '/compare?from=1&to=3', '/compare?from=1&to=3&view=source']
  const more = ['/compare?from=1&to=3&view=page', '/blame', '/blame?view=source', '/history/1/restore']
  for (const path of [...paths, ...more]) {
    await page.goto(text + path)
    expect([path, await findTrouble(page)]).toEqual([path, []])
  }
})
