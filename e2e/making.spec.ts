import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { givenQuestions } from './given-questions.ts'
import { openNote, running } from './going.ts'
import { afterPageTimers } from './page-timers.ts'

const unique = () => randomBytes(4).toString('hex')
const ready = (page: Page) => page.locator('.edit[data-ready]').waitFor()
const asking = (page: Page) => page.getByLabel('问题', { exact: true })
const main = (page: Page) => page.getByRole('main')

/** Waits for the page that a click or a key leads to. */
async function arrive(page: Page, path: RegExp): Promise<void> {
  await page.waitForURL((url) => path.test(decodeURIComponent(url.pathname)))
}

test('a member asks, is told what is there already, answers their question, tags and names it', async ({
  page,
  signInAs,
  given,
}) => {
  const { name } = await given('member', `阿${unique()}`)
  await signInAs('member')
  await openNote(page)
  const there =
    (await main(page).getByRole('region').getByRole('listitem').getByRole('link').first().textContent()) ?? ''
  await expect(main(page).getByRole('link', { name: '新问题' })).toBeVisible()
  await page.keyboard.press('n')
  await arrive(page, /^\/entries\/new$/)
  await ready(page)

  // What is asked already is shown while typing, and once more when it is sent.
  await asking(page).fill(there)
  await expect(page.locator('.near').getByRole('link', { name: there })).toBeVisible()
  await page.getByRole('button', { name: '添加问题' }).click()
  const dialog = page.getByRole('dialog', { name: '这个问题似乎已经有了' })
  await expect(dialog.getByRole('link', { name: '回答这个' }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  const title = `${unique()} 是什么？`
  await asking(page).fill(title)
  await page.getByLabel('标签', { exact: true }).last().fill('旅途中')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '去掉标签 旅途中' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+s')
  await arrive(page, /^\/entries\/(?!new)/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(main(page).getByRole('link', { name: '旅途中' })).toBeVisible()

  // An empty answer is refused beside the editor; the draft of one comes back.
  await page.getByRole('link', { name: '写答案' }).click()
  await arrive(page, /\/answer$/)
  await ready(page)
  await page.getByRole('button', { name: '保存答案' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '空的答案无法保存' })).toBeVisible()
  await page.locator('.editor-text').click()
  await page.keyboard.type(`问过 @${name.slice(0, 5)}`)
  await expect(page.getByRole('option')).toHaveText([name])
  await page.keyboard.press('Enter')
  await page.keyboard.type('我的答案在此。')
  await expect(page.locator('.save-kept[data-draft="saved"]')).toBeVisible()
  await page.reload()
  await ready(page)
  await expect(page.locator('.editor-text')).toContainText('我的答案在此。')
  await page.keyboard.press('ControlOrMeta+s')
  await arrive(page, /^\/entries\/[^/]+$/)
  await expect(page.locator('.notice')).toHaveText('答案已保存。')
  await expect(page.locator('.answer')).toContainText(`问过 @${name} 我的答案在此。`)
  await expect(page.locator('.answer').getByRole('link', { name: '编辑', exact: true })).toBeVisible()

  // Other names come and go one by one, with the way back.
  await page.getByRole('link', { name: '标签与别名' }).click()
  await arrive(page, /\/tags$/)
  const alias = `别名 ${unique()}`
  await page.getByLabel('别名', { exact: true }).last().fill(alias)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByRole('button', { name: `去掉别名 ${alias}` })).toBeHidden()
  await page.getByLabel('别名', { exact: true }).last().fill(alias)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: `去掉别名 ${alias}` })).toBeVisible()
  await page.getByRole('link', { name: '完成' }).click()
  await expect(main(page).getByText(`也叫：${alias}`)).toBeVisible()
  const { hits } = await (await page.request.get(`/api/search?${new URLSearchParams({ q: alias })}`)).json()
  expect(hits[0].title).toBe(title)
})

test('an editor makes a note with sections, writes in one, renames the note and takes that back', async ({
  page,
  signInAs,
}) => {
  await signInAs('editor')
  const name = `手写 ${unique()}`
  await page.goto('/notes')
  await page.getByRole('link', { name: '新笔记' }).click()
  await page.getByLabel('笔记名称').fill(name)
  await page.getByRole('button', { name: '新建笔记' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)

  for (const title of ['第一章', '第一节']) {
    await page.getByRole('link', { name: '新小节' }).click()
    await page.getByLabel('小节标题').fill(title)
    if (title === '第一节') await page.getByLabel('上级小节').selectOption({ label: '第一章' })
    await page.getByRole('button', { name: '新建小节' }).click()
    await expect(main(page).getByRole('heading', { name: title })).toBeVisible()
  }
  await expect(main(page).getByRole('heading', { level: 3 })).toHaveText('第一节')

  await page.getByRole('link', { name: '编辑小节 第一节' }).click()
  await arrive(page, /^\/sections\/.*\/edit$/)
  await ready(page)
  await page.locator('.editor-text').click()
  await page.keyboard.type('这一节讲什么。')
  await page.keyboard.press('ControlOrMeta+s')
  await arrive(page, /^\/notes\//)
  await expect(main(page)).toContainText('这一节讲什么。')

  await page.getByRole('link', { name: '在“第一节”中新建问题' }).click()
  await ready(page)
  await expect(page.getByLabel('小节', { exact: true }).locator('option:checked')).toHaveText(/第一节/)
  await asking(page).fill(`${unique()} 怎么办？`)
  await page.getByRole('button', { name: '自己先回答' }).click()
  await page.locator('.editor-text').click()
  await page.keyboard.type('就这么办，不必多想。')
  await page.getByRole('button', { name: '添加问题' }).click()
  await arrive(page, /^\/entries\/(?!new)/)
  await expect(page.getByRole('navigation', { name: '所在位置' })).toContainText('第一节')
  await expect(page.locator('.answer')).toContainText('就这么办')

  await page.getByRole('navigation', { name: '所在位置' }).getByRole('link', { name }).click()
  await page.getByRole('link', { name: '重命名笔记' }).click()
  await running(page)
  await page.getByLabel('笔记名称').fill(`${name} 改`)
  await page.getByRole('button', { name: '重命名' }).click()
  await expect(main(page).getByText('已重命名。')).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await arrive(page, new RegExp(`^/notes/${name.replace(' ', '-')}-[^-]+$`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
})

test('an editor makes one tag of two, and two of one again', async ({ page, signInAs, sql }) => {
  await signInAs('editor')
  const [one, other] = [`甲${unique()}`, `乙${unique()}`]
  const { open } = await givenQuestions(sql)
  await page.goto(`${open.path}/tags`)
  for (const name of [one, other]) {
    await page.getByLabel('标签', { exact: true }).last().fill(name)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: `去掉标签 ${name}` })).toBeVisible()
  }

  await page.goto(`/tags/${encodeURIComponent(one)}`)
  await page.getByRole('link', { name: '重命名标签' }).click()
  await running(page)
  await page.getByLabel('名称', { exact: true }).fill(other)
  await page.getByRole('button', { name: '重命名' }).click()
  await page.getByRole('button', { name: `合并到“${other}”` }).click()
  await expect(main(page).getByText('两个标签已合并为')).toBeVisible()
  const former = await page.request.get(`/tags/${encodeURIComponent(one)}`, { maxRedirects: 0 })
  expect([former.status(), former.headers().location]).toEqual([308, `/tags/${encodeURIComponent(other)}`])
  await page.getByRole('button', { name: '撤销' }).click()
  await arrive(page, new RegExp(`^/tags/${one}$`))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`# ${one}`)
})

test('a new question’s draft comes back with its answer, place and tags, and once given up it is gone', async ({
  page,
  signInAs,
}) => {
  await signInAs('member')
  const title = `${unique()} 怎么用？`
  await page.goto(`/entries/new?${new URLSearchParams({ title })}`)
  await ready(page)
  await page.getByRole('button', { name: '自己先回答' }).click()
  await page.locator('.editor-text').click()
  await page.keyboard.type('写了又不要的答案。')
  const [note, section] = [page.getByLabel('笔记', { exact: true }), page.getByLabel('小节', { exact: true })]
  const before = await note.inputValue()
  await note.selectOption({ index: 2 })
  await expect(section).toBeEnabled()
  await section.selectOption({ index: 1 })
  const chosen = [await note.inputValue(), await section.inputValue()]
  await page.getByLabel('标签', { exact: true }).last().fill('草稿里的')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '去掉标签 草稿里的' })).toBeVisible()
  await expect(page.locator('.save-kept[data-draft="saved"]')).toBeVisible()
  await page.reload()
  await ready(page)
  await expect(page.locator('.editor-text')).toContainText('写了又不要的答案。')
  await expect(page.getByRole('button', { name: '去掉标签 草稿里的' })).toBeVisible()
  await expect.poll(async () => [await note.inputValue(), await section.inputValue()]).toEqual(chosen)

  await page.getByRole('button', { name: '放弃草稿' }).click()
  await expect(page.locator('.editor-text')).toHaveCount(0)
  await expect(page.getByRole('button', { name: '去掉标签 草稿里的' })).toHaveCount(0)
  await expect.poll(async () => [await note.inputValue(), await section.inputValue()]).toEqual([before, ''])
  await page.getByRole('button', { name: '添加问题' }).click()
  await arrive(page, /^\/entries\/(?!new)/)

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(main(page).getByText('还没有人回答这个问题。')).toBeVisible()
})

test('while an input method composes nothing is looked up, and Enter adds no tag', async ({
  page,
  signInAs,
}) => {
  await signInAs('member')
  await page.goto('/entries/new')
  await ready(page)
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/near-duplicates')) asked.push(decodeURIComponent(request.url()))
  })
  const input = await page.context().newCDPSession(page)
  await asking(page).focus()
  for (const text of ['s', 'si', 'sis', 'siss', 'sisuo'])
    await input.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  await afterPageTimers(page, 600)
  expect(asked).toEqual([])
  const looked = page.waitForRequest('**/api/near-duplicates**')
  await input.send('Input.insertText', { text: '死锁' })
  expect(decodeURIComponent((await looked).url())).toContain('死锁')

  await page.getByLabel('标签', { exact: true }).last().focus()
  await input.send('Input.imeSetComposition', { text: 'bing', selectionStart: 4, selectionEnd: 4 })
  await input.send('Input.dispatchKeyEvent', { type: 'keyDown', windowsVirtualKeyCode: 229, key: 'Process' })
  await expect(page.locator('.tag-field .chip')).toHaveCount(0)
  await input.send('Input.insertText', { text: '并发' })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '去掉标签 并发' })).toBeVisible()
})
