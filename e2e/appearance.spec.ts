import { expect, test } from './fixtures.ts'

test('a reader with an English browser reads an English interface, and can choose Chinese', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ locale: 'en-GB', baseURL })
  const page = await context.newPage()
  await page.goto('/unanswered')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Unanswered')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')

  await page.getByRole('button', { name: 'Appearance and language' }).click()
  await page.getByRole('button', { name: '中文' }).click()

  await expect(page).toHaveURL('/unanswered')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('待回答')
  await page.goto('/tags')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('标签')
  await context.close()
})

test('a chosen theme stays and is there before the first paint', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/')
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const light = await background()

  await page.getByRole('button', { name: '外观与语言' }).click()
  await page.getByRole('button', { name: '深色' }).click()
  expect(await background()).not.toBe(light)
  await page.goto('/tags')

  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await background()).not.toBe(light)
  await page.getByRole('button', { name: '外观与语言' }).click()
  await page.getByRole('button', { name: '跟随系统' }).click()
  expect(await background()).toBe(light)
})
