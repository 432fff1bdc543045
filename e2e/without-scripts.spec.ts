import { expect, test } from './fixtures.ts'
import { openQuestion } from './going.ts'

test.use({ javaScriptEnabled: false })

test('without scripts one can read', async ({ page }) => {
  await openQuestion(page)

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText(/第 \d+ 版/).first()).toBeVisible()
})

test('without scripts one can search', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('combobox').first().fill('三次握手')
  await page.keyboard.press('Enter')

  await expect(page).toHaveURL(/\/search\?q=/)
  await page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link').first().click()
  await expect(page).toHaveURL(/\/entries\//)
})

test('without scripts one can change the language', async ({ page }) => {
  await page.goto('/tags')
  await page.getByRole('button', { name: '外观与语言' }).click()
  await page.getByRole('button', { name: 'English' }).click()

  await expect(page).toHaveURL('/tags')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tags')
})
