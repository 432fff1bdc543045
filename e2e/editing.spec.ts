import { password } from '../lib/testing/wiki-people.ts'
import { expect, test } from './fixtures.ts'
import { fillInSignIn } from './sign-in.ts'
import { edit, opened, typeBehind } from './writing.ts'

test('an editor changes one character of an answer, and nothing else of its Markdown changes', async ({
  page,
  answered,
  signInAs,
}) => {
  await signInAs('editor')
  const path = await edit(page, answered().path)
  const before = await (await page.request.get(`${path}.md`)).text()

  await typeBehind(page, 1, '字')
  await page.keyboard.press('ControlOrMeta+s')

  await page.waitForURL((url) => url.pathname === path)
  await expect(page.locator('.notice')).toHaveText('已保存为第 2 版。')
  await expect(page.locator('.answer .prose > p').nth(1)).toContainText(/字$/)
  await expect(page.getByText('第 2 版').first()).toBeVisible()
  const body = (text: string) => text.slice(text.indexOf('\n---\n'))
  const [old, now] = [body(before), body(await (await page.request.get(`${path}.md`)).text())]
  expect(now).toHaveLength(old.length + 1)
  const at = [...now].findIndex((letter, index) => letter !== old[index])
  expect(now.slice(0, at) + now.slice(at + 1)).toBe(old)
})

test('saving without a change makes no version', async ({ page, answered, signInAs }) => {
  await signInAs('editor')

  const path = await edit(page, answered().path)
  await page.getByRole('button', { name: '保存' }).click()

  await page.waitForURL((url) => url.pathname === path)
  await expect(page.locator('.notice')).toHaveText('内容没有变化，未生成新版本。')
  await expect(page.getByText('第 1 版').first()).toBeVisible()
})

test('a question gets another title and context, and its old address leads to it', async ({
  page,
  answered,
  signInAs,
}) => {
  await signInAs('editor')
  await page.goto(answered().path)
  const old = page.url()

  await page.getByRole('link', { name: '编辑问题' }).click()
  await opened(page)
  await page.getByLabel('问题', { exact: true }).fill('改了标题的问题是什么？')
  await page.locator('.editor-text').click()
  await page.keyboard.type('一点背景。')
  await page.getByLabel('改了什么').fill('标题更清楚')
  await page.getByRole('button', { name: '保存' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('改了标题的问题是什么？')
  await expect(page.locator('.entry > [data-target] > .prose').first()).toHaveText('一点背景。')
  expect(decodeURIComponent(page.url())).toContain('/entries/改了标题的问题是什么-')
  const now = page.url().replace(/[?#].*/, '')
  await page.goto(old)
  expect(page.url()).toBe(now)
})

test('a guest sees no way to edit, and comes back after signing in', async ({ page, answered, given }) => {
  const editor = await given('editor')
  await page.goto(answered().path)
  const path = new URL(page.url()).pathname
  await expect(page.locator('[data-edit]:visible')).toHaveCount(0)

  await page.goto(`${path}/edit`)
  await fillInSignIn(page, editor.email, password)

  await opened(page)
  expect(new URL(page.url()).pathname).toBe(`${path}/edit`)
})

test('of two who change different sentences both are kept, and the second is told whose edit it was', async ({
  answered,
  elsewhere,
  given,
}) => {
  const one = await elsewhere(await given('editor', '王芳'))
  const other = await elsewhere(await given('editor', '李雷'))
  const question = answered().path
  const [path] = await Promise.all([edit(one, question), edit(other, question)])
  await typeBehind(one, 0, '甲改了这里。')
  await typeBehind(other, -1, '乙改了那里。')

  await expect(one.getByText('李雷 正在编辑')).toBeVisible()
  await one.keyboard.press('ControlOrMeta+s')
  await one.waitForURL((url) => url.pathname === path)
  await other.keyboard.press('ControlOrMeta+s')
  await other.waitForURL((url) => url.pathname === path)

  await expect(other.locator('.notice')).toHaveText(/已保存为第 3 版，并与 王芳 的修改合并。/)
  await expect(other.locator('.answer')).toContainText('甲改了这里。')
  await expect(other.locator('.answer')).toContainText('乙改了那里。')
})

test('of two who change the same sentence the second decides, twice over, and nobody’s text is lost', async ({
  answered,
  elsewhere,
  given,
  troubles,
}) => {
  const one = await elsewhere(await given('editor', '王芳'))
  const other = await elsewhere(await given('editor', '李雷'))
  const question = answered().path
  const [path] = await Promise.all([edit(one, question), edit(other, question)])
  const ofOther = async () => (await other.locator('.hunk').first().textContent()) ?? ''
  await typeBehind(one, 0, '甲')
  await typeBehind(other, 0, '乙')
  await one.keyboard.press('ControlOrMeta+s')
  await one.waitForURL((url) => url.pathname === path)

  await other.keyboard.press('ControlOrMeta+s')
  await expect(other.getByRole('heading', { name: '有人改了同样的句子' })).toBeVisible()
  expect(await ofOther()).toMatch(/甲[\s\S]*乙|乙[\s\S]*甲/)
  await expect(other.getByRole('button', { name: '保存' })).toBeDisabled()

  // Once more from the first, before the second has decided.
  await edit(one, path)
  await typeBehind(one, 0, '丙')
  await one.keyboard.press('ControlOrMeta+s')
  await one.waitForURL((url) => url.pathname === path)

  // By keyboard: to the clash, to "both", save.
  await other.keyboard.press('Alt+ArrowDown')
  await other.keyboard.press('ArrowRight')
  await other.keyboard.press('ArrowRight')
  await expect(other.getByRole('radio', { name: '两者都要' })).toBeChecked()
  await other.keyboard.press('ControlOrMeta+s')
  await expect(other.locator('.hunk')).toContainText('丙')
  expect(await ofOther()).toContain('乙')
  await other.getByRole('radio', { name: '两者都要' }).check()
  await expect(other.getByText('已全部选择，可以保存。')).toBeVisible()
  await other.keyboard.press('ControlOrMeta+s')

  await other.waitForURL((url) => url.pathname === path)
  for (const text of ['甲', '乙', '丙']) await expect(other.locator('.answer')).toContainText(text)
  expect(troubles.splice(0)).toEqual(Array(2).fill(expect.stringContaining('409')))
})
