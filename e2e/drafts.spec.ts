import { expect } from '@playwright/test'
import { signIn, test } from './own-wiki.ts'
import { edit, kept, opened, pageOf, question, typeBehind } from './writing.ts'

// One wiki, in which each test writes on an entry of its own.
test.describe.configure({ mode: 'default' })

test('a draft is there after a reload, and gone after the save', async ({ wiki }) => {
  const page = await pageOf(wiki, 'admin')
  const path = await question(page, 6)
  await edit(page, path)
  await typeBehind(page, 0, '草稿里的话。')
  await expect(kept(page)).toHaveText('草稿已保存')

  await page.reload()
  await opened(page)

  await expect(page.locator('.editor-text')).toContainText('草稿里的话。')
  await expect(page.getByText('未保存草稿')).toBeVisible()
  await page.getByRole('button', { name: '放弃草稿' }).click()
  await expect(page.locator('.editor-text')).not.toContainText('草稿里的话。')
  await page.getByRole('button', { name: '恢复草稿' }).click()
  await expect(page.locator('.editor-text')).toContainText('草稿里的话。')
  await page.getByRole('button', { name: '保存' }).click()
  await page.waitForURL((url) => url.pathname === path)
  await edit(page, path)
  await expect(page.getByText('未保存草稿')).toHaveCount(0)
  await expect(page.locator('.editor-text')).toContainText('草稿里的话。')
})

test('an expired sign-in keeps the text, and signing in leads back to it', async ({ wiki }) => {
  const page = await pageOf(wiki, 'admin')
  await edit(page, await question(page, 7))
  await page.context().clearCookies()
  await typeBehind(page, 0, '登录失效时写的。')
  await expect(kept(page)).toHaveText('登录已失效：已保存在本浏览器')

  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.locator('.save-trouble')).toContainText('登录已失效')
  await page.getByRole('link', { name: '重新登录' }).click()
  await signIn(page)

  await opened(page)
  await expect(page.locator('.editor-text')).toContainText('登录失效时写的。')
  await expect(kept(page)).toHaveText('草稿已保存')
})

test('another tab of the same person follows what is written, or says that there are two texts', async ({
  wiki,
}) => {
  const one = await pageOf(wiki, 'admin')
  const path = await question(one, 8)
  await edit(one, path)
  const other = await one.context().newPage()
  await edit(other, path)

  await typeBehind(one, 0, '第一个标签页。')
  await expect(other.locator('.editor-text')).toContainText('第一个标签页。')
  await typeBehind(other, 0, '第二个标签页。')

  await expect(one.getByText('你还有另一份内容')).toBeVisible()
  await one.getByRole('button', { name: '查看另一份' }).click()
  await expect(one.locator('.editor-text')).toContainText('第二个标签页。')
})

test('a draft survives a server that is killed two seconds after the last key, in this browser and in another', async ({
  wiki,
}) => {
  const page = await pageOf(wiki, 'editor')
  const path = await question(page, 9)
  await edit(page, path)
  await typeBehind(page, 0, '断电前两秒写的。')
  await page.waitForTimeout(2_000)
  await wiki.kill()

  await typeBehind(page, 0, '断电后写的。')
  await expect(kept(page)).toHaveText('离线：已保存在本浏览器')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.locator('.save-trouble')).toContainText('无法连接服务器')
  await wiki.start()

  const elsewhere = await pageOf(wiki, 'editor')
  await edit(elsewhere, path)
  await expect(elsewhere.locator('.editor-text')).toContainText('断电前两秒写的。')
  await elsewhere.close()
  await expect(kept(page)).toHaveText('草稿已保存', { timeout: 45_000 })
  await page.keyboard.press('ControlOrMeta+s')
  await page.waitForURL((url) => url.pathname === path)
  await expect(page.locator('.answer')).toContainText('断电前两秒写的。')
  await expect(page.locator('.answer')).toContainText('断电后写的。')
})
