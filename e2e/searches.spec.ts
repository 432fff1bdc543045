import { expect, test } from './fixtures.ts'

test('what a reader did not find becomes a question with one click of an editor', async ({
  page,
  elsewhere,
  given,
}) => {
  const missing = '量子退火是什么'
  await page.goto('/')
  await page.keyboard.press('Control+k')
  const counted = page.waitForResponse('**/api/search/seen')
  await page.keyboard.type(missing)
  expect((await counted).status()).toBe(204)

  await page.request.get('/api/me', { headers: { Cookie: 'errata-session=none' } })
  const editor = await elsewhere(await given('editor'))
  await editor.goto('/searches')
  const row = editor
    .getByRole('region', { name: '没有找到' })
    .getByRole('listitem')
    .filter({ hasText: missing })
  await row.getByRole('button', { name: '设为待回答问题' }).click()
  await expect(row.getByRole('link', { name: '已加入，去看看' })).toBeVisible()

  await page.goto('/')
  await page.keyboard.press('Control+k')
  await page.keyboard.type(missing)
  const first = page.getByRole('dialog').getByRole('option').first()
  await expect(first).toContainText(missing)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(missing)
})

test('a member has no such page, and a guest is asked to sign in', async ({ page, signInAs }) => {
  await page.goto('/searches')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await signInAs('member')
  const answer = await page.request.get('/searches/synonyms')
  expect(answer.status()).toBe(404)
})

test('an editor adds a synonym and search knows it at once', async ({ page, signInAs }) => {
  await page.request.get('/api/me', { headers: { Cookie: 'errata-session=none' } })
  await signInAs('editor')
  await page.goto('/searches/synonyms')
  await page.getByLabel('叫法').fill('抓手协议, 三次握手')
  await page.getByRole('button', { name: '添加' }).click()
  await expect(page.getByText('抓手协议 · 三次握手')).toBeVisible()

  await page.goto('/search?q=抓手协议')
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toContainText('握手')
})
