import { givenPerson, openWikiDatabase, password } from '../lib/testing/wiki-people.ts'
import { expect, signIn, test } from './fixtures.ts'
import { importNotes, smallNote } from './importing.ts'
import { fillInSignIn } from './sign-in.ts'
import { edit, kept, opened, typeBehind } from './writing.ts'

test('a draft is there after a reload, and gone after the save', async ({ page, answered, signInAs }) => {
  await signInAs('editor')
  const path = await edit(page, answered().path)
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

test('what was typed is there again although the tab was closed with the last key', async ({
  page,
  answered,
  signInAs,
}) => {
  await signInAs('editor')
  const { path } = answered()
  await edit(page, path)
  const [address, context] = [page.url(), page.context()]
  await typeBehind(page, 0, '关上之前写的。')
  await page.close()

  const again = await context.newPage()
  await again.goto(address)
  await opened(again)
  await expect(again.locator('.editor-text')).toContainText('关上之前写的。')
})

test('an expired sign-in keeps the text, and signing in leads back to it', async ({
  page,
  answered,
  signInAs,
  troubles,
}) => {
  const { email } = await signInAs('editor')
  await edit(page, answered().path)
  await page.context().clearCookies()
  await typeBehind(page, 0, '登录失效时写的。')
  await expect(kept(page)).toHaveText('登录已失效：已保存在本浏览器')

  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.locator('.save-trouble')).toContainText('登录已失效')
  await page.getByRole('link', { name: '重新登录' }).click()
  await fillInSignIn(page, email, password)

  await opened(page)
  await expect(page.locator('.editor-text')).toContainText('登录失效时写的。')
  await expect(kept(page)).toHaveText('草稿已保存')
  // The browser itself reports what was refused meanwhile.
  expect(troubles.splice(0).filter((each) => !each.includes('401'))).toEqual([])
})

test('another tab of the same person follows what is written, and what two wrote apart is kept beside each other', async ({
  page: one,
  answered,
  signInAs,
}) => {
  await signInAs('editor')
  const { path } = answered()
  await edit(one, path)
  const other = await one.context().newPage()
  await edit(other, path)

  await typeBehind(one, 0, '第一个标签页。')
  await expect(other.locator('.editor-text')).toContainText('第一个标签页。')
  await typeBehind(other, 0, '第二个标签页。')
  await expect(one.locator('.editor-text')).toContainText('第一个标签页。第二个标签页。')

  // As one that the browser had put to sleep: it has heard nothing.
  const deaf = await one.context().newPage()
  await deaf.addInitScript(() => Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set() {} }))
  await edit(deaf, path)
  await typeBehind(deaf, -1, '甲')
  await expect(other.locator('.editor-text')).toContainText('甲')
  await typeBehind(other, -1, '乙')
  await typeBehind(deaf, -1, '丙')
  await expect(other.getByText('你还有另一份内容')).toBeVisible()
  await expect(kept(deaf)).toHaveText('草稿已保存')
  await deaf.close()
  await typeBehind(other, -1, '丁')
  await expect(kept(other)).toHaveText('草稿已保存')

  await other.reload()
  await opened(other)
  await expect(other.locator('.editor-text')).toContainText('甲乙丁')
  await other.getByRole('button', { name: /查看 .+ 的草稿/ }).click()
  await expect(other.locator('.editor-text')).toContainText('甲丙')
})

test('a draft survives a server that is killed two seconds after the last key, in this browser and in another', async ({
  page,
  elsewhere,
  virgin,
  troubles,
}) => {
  const wiki = await virgin()
  await importNotes([{ name: '操作系统', text: smallNote }], wiki.dataDir)
  const sql = openWikiDatabase(wiki.dataDir)
  const editor = await givenPerson(sql, 'editor')
  const other = await elsewhere()
  for (const each of [page, other]) await signIn(each.context(), sql, editor, wiki.url, wiki.secret)
  const [entry] = await sql<{ path: string }[]>`
    select '/entries/x-' || entry.short_id as path from answer join entry on entry.id = entry_id`
  await sql.end()
  const question = wiki.url + (entry?.path ?? '')
  const path = await edit(page, question)
  await typeBehind(page, 0, '断电前两秒写的。')
  // What is promised: two seconds later it lies on the server.
  await page.waitForTimeout(2_000)
  await wiki.kill()

  await typeBehind(page, 0, '断电后写的。')
  await expect(kept(page)).toHaveText('离线：已保存在本浏览器')
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.locator('.save-trouble')).toContainText('无法连接服务器')
  await wiki.start()

  await edit(other, question)
  await expect(other.locator('.editor-text')).toContainText('断电前两秒写的。')
  await other.close()
  await expect(kept(page)).toHaveText('草稿已保存')
  await page.keyboard.press('ControlOrMeta+s')
  await page.waitForURL((url) => url.pathname === path)
  await expect(page.locator('.answer')).toContainText('断电前两秒写的。')
  await expect(page.locator('.answer')).toContainText('断电后写的。')
  // The browser itself reports that nobody answered.
  expect(troubles.splice(0).filter((each) => !/ERR_|Failed to fetch/.test(each))).toEqual([])
})
