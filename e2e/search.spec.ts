import { expect, test } from './fixtures.ts'
import { afterPageTimers } from './page-timers.ts'

test('a question is found and opened with the keyboard alone', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Control+k')
  const box = page.getByRole('dialog').getByRole('combobox')
  await expect(box).toBeFocused()

  await page.keyboard.type('三次握手')
  const options = page.getByRole('dialog').getByRole('option')
  await expect(options.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  const title = (await options.first().locator('.hit-title').textContent()) ?? ''
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
})

test('the passage that was found is lit up on arrival', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('三次握手')
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/entries\//)

  await expect.poll(() => page.evaluate(() => CSS.highlights.get('arrival')?.size ?? 0)).toBeGreaterThan(0)
})

test('the slash opens search, Escape closes it and gives the focus back', async ({ page }) => {
  await page.goto('/')
  const home = page.getByRole('link', { name: '待修复' })
  await home.focus()

  await page.keyboard.press('/')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')

  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(home).toBeFocused()
})

test('Ctrl+Enter opens a result in a new tab and stays', async ({ page, context }) => {
  await page.goto('/')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('epoll')
  await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')

  const opened = context.waitForEvent('page')
  await page.keyboard.press('Control+Enter')

  await expect(await opened).toHaveURL(/\/entries\//)
  await expect(page).toHaveURL(/\/$/)
})

test('nothing is searched for while an input method is composing', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/search')) asked.push(new URL(request.url()).searchParams.get('q') ?? '')
  })
  await page.goto('/')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
  const input = await page.context().newCDPSession(page)

  for (const text of ['s', 'su', 'suo', 'suo y', 'suo yin'])
    await input.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  await input.send('Input.insertText', { text: '索引' })
  await expect(page.getByRole('option').first()).toBeVisible()

  expect(asked).toEqual(['索引'])
})

test('an answer that is late is never shown over a newer one', async ({ page }) => {
  await page.goto('/')
  let release = () => {}
  const isReleased = new Promise<void>((resolve) => (release = resolve))
  await page.route(/api\/search\?.*q=slow/, async (route) => {
    await isReleased
    await route.continue().catch(() => {})
  })
  await page.keyboard.press('Control+k')
  const asking = page.waitForRequest(/q=slow/)
  await page.keyboard.type('slow')
  const slow = await asking

  await page.getByRole('dialog').getByRole('combobox').fill('epoll')

  const first = page.getByRole('option').first()
  await expect(first).toContainText(/epoll/i)
  release()
  // Null where the page gave it up.
  await slow.response()
  await afterPageTimers(page, 300)
  await expect(first).toContainText(/epoll/i)
})

test('searches made before are offered in an empty box', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('main').getByRole('combobox').fill('惊群')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/entries\//)

  // A key pressed before the page's script runs is nobody's; the script also makes this link lead back here.
  await expect(page.locator('a[data-viewer][href*="next="]')).toBeAttached()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('option', { name: '惊群' })).toBeVisible()
})

test('the results page keeps everything in its URL', async ({ page }) => {
  await page.goto('/search?q=tcp')
  await expect(page.getByRole('combobox').first()).toHaveValue('tcp')
  const results = page.getByRole('main').getByRole('heading', { level: 2 })
  await expect(results.first()).toBeVisible()

  await page.getByRole('navigation', { name: '筛选' }).getByRole('link', { name: '已回答' }).click()
  await expect(page).toHaveURL('/search?q=tcp&state=answered')
  await page.goBack()

  await expect(page).toHaveURL('/search?q=tcp')
})

test('the question mark lists the keys, and single keys can be switched off', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: '键盘快捷键' })
  await expect(keys).toBeVisible()

  await keys.getByRole('checkbox').uncheck()
  await keys.getByRole('button', { name: '关闭' }).click()
  await page.keyboard.press('/')

  await expect(page.getByRole('dialog')).toBeHidden()
})
