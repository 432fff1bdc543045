import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const palette = (page: Page) => page.getByRole('dialog', { name: '搜索' })
const box = (page: Page) => palette(page).getByRole('combobox')
const chips = (page: Page) => palette(page).getByRole('list', { name: '筛选' }).getByRole('button')

async function open(page: Page): Promise<void> {
  await page.goto('/')
  await page.keyboard.press('Control+k')
  await expect(box(page)).toBeFocused()
}

test('a typed operator becomes a chip that narrows the search, and Backspace takes it away and shows at once what was there', async ({
  page,
}) => {
  await open(page)
  await page.keyboard.type('tcp')
  const options = palette(page).getByRole('group', { name: '问题' }).getByRole('option')
  await expect(options.first()).toBeVisible()
  const before = await options.first().textContent()

  await page.keyboard.press('Home')
  await page.keyboard.type('is:unanswered ')
  await expect(chips(page)).toHaveText(['is:unanswered'])
  await expect(box(page)).toHaveValue('tcp')
  await expect(palette(page).getByRole('status')).toHaveText(/个结果|没有找到/)

  await page.route('**/api/search?*', (route) => route.abort())
  await page.keyboard.press('Home')
  await page.keyboard.press('Backspace')

  await expect(chips(page)).toHaveCount(0)
  await expect(options.first()).toHaveText(before ?? '')
})

test('a tag that is being typed is offered and completed with Enter; the click lands on a lit passage', async ({
  page,
}) => {
  await page.goto('/tags')
  const name =
    (await page.getByRole('main').getByRole('listitem').getByRole('link').first().textContent()) ?? ''
  const tag = name
    .replace(/\d+\s*$/, '')
    .replace(/^#\s*/, '')
    .trim()
  await open(page)

  await page.keyboard.type(`tag:${tag.slice(0, 2)}`)
  const offered = palette(page).getByRole('group', { name: '标签' }).getByRole('option')
  await expect(offered.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(chips(page)).toHaveCount(1)
  await expect(box(page)).toBeFocused()

  await chips(page).click()
  await page.keyboard.type('is:answered tcp')
  await expect(chips(page)).toHaveText(['is:answered'])
  await expect(palette(page).getByRole('status')).toHaveText(/个结果/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/entries\//)
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('arrival')?.size ?? 0)).toBeGreaterThan(0)
})

test('what is still being typed as an operator is not searched for as text', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/search?')) asked.push(new URL(request.url()).searchParams.get('q') ?? '')
  })
  await open(page)

  await page.keyboard.type('tcp is:unans')
  await expect.poll(() => asked.at(-1)).toBe('tcp is:unans')
  await expect(palette(page).getByRole('status')).toHaveText(/个结果/)
  await expect(palette(page).getByRole('option').first()).toContainText(/tcp/i)
})

test('commands are found by their names and done with Enter: dark mode, then the unanswered', async ({
  page,
}) => {
  await open(page)
  await page.keyboard.type('夜间')
  await expect(palette(page).getByRole('option', { name: '所有标签' })).toHaveCount(0)
  await expect(palette(page).getByRole('option').last()).toHaveText('深色外观')
  await page.keyboard.press('ArrowUp')
  await expect(palette(page).getByRole('option').last()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(palette(page)).toBeHidden()

  await page.keyboard.press('Control+k')
  await box(page).fill('')
  await palette(page).getByRole('option', { name: '待回答的问题' }).click()
  await expect(page).toHaveURL('/unanswered')
})

test('a guest is offered to sign in but no administration, an admin the other way round', async ({
  page,
  signInAs,
}) => {
  await open(page)
  await expect(palette(page).getByRole('option', { name: '登录' })).toBeVisible()
  await expect(palette(page).getByRole('option', { name: '管理', exact: true })).toHaveCount(0)

  // The wiki makes its secret when it first reads a session, and the fixture needs it.
  await page.request.get('/api/me', { headers: { Cookie: 'errata-session=none' } })
  await signInAs('admin')
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('data-viewer', 'admin')
  await page.keyboard.press('Control+k')
  await expect(palette(page).getByRole('option', { name: '管理', exact: true })).toBeVisible()
  await expect(palette(page).getByRole('option', { name: '登录' })).toHaveCount(0)
})

test('Enter pressed before the answer is there waits for it and opens what was typed, not what stood there', async ({
  page,
}) => {
  await open(page)
  await page.keyboard.type('tcp')
  const first = palette(page).getByRole('group', { name: '问题' }).getByRole('option').first()
  await expect(first).toHaveAttribute('aria-selected', 'true')
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/api/search?*', async (route) => {
    await held
    await route.continue()
  })
  await page.keyboard.press('Control+a')
  const asked = page.waitForRequest(/api\/search\?q=%E7%B4%A2%E5%BC%95&/)
  await page.keyboard.insertText('索引')
  await asked
  await page.keyboard.press('Enter')
  await expect(first).toContainText(/tcp/i)
  answer()

  await page.waitForURL(/\/entries\//)
  expect(decodeURIComponent(page.url())).toContain('索引')
})

test('a member is offered people, whose choice narrows the search, and to ask what was typed', async ({
  page,
  given,
  signInAs,
}) => {
  const { name } = await given('member', `Colleague ${Date.now()}`)
  await page.request.get('/api/me', { headers: { Cookie: 'errata-session=none' } })
  await signInAs('member')
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('data-viewer', 'member')
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  const ask = palette(page).getByRole('option', { name: `新问题：${name}` })
  await expect(ask).toBeVisible()
  await palette(page).getByRole('group', { name: '成员' }).getByRole('option', { name }).click()

  await expect(chips(page)).toHaveText([`by:"${name}"`])
  await expect(ask).toHaveCount(0)
})

test('filters go along to all results, where each is a chip that can be taken away', async ({ page }) => {
  await open(page)
  // What was typed first has results of its own.
  const answered = page.waitForResponse(
    (response) => new URL(response.url()).searchParams.get('q')?.endsWith('tcp') === true,
  )
  await page.keyboard.type('is:answered tcp')
  await answered
  await palette(page).getByRole('option', { name: '查看全部结果' }).click()

  await expect(page).toHaveURL('/search?q=is%3Aanswered+tcp')
  await page.getByRole('navigation', { name: '筛选' }).getByRole('link', { name: 'is:answered' }).click()
  await expect(page).toHaveURL('/search?q=tcp')
})

test('all results are those of what is typed, also before they are shown', async ({ page }) => {
  await open(page)
  await page.keyboard.type('tcp')
  const all = palette(page).getByRole('option', { name: '查看全部结果' })
  await expect(all).toBeVisible()

  await page.route('**/api/search?*', () => {})
  await page.keyboard.type(' udp')
  await all.click()

  await expect(page).toHaveURL(/\/search\?q=tcp\+udp$/)
})
