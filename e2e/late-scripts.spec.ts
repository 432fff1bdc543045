import { expect, test } from './fixtures.ts'
import { running } from './going.ts'

test('a form that was sent before the scripts of its page came is answered by a page whose scripts run', async ({
  page,
  given,
}) => {
  const { email } = await given('member')
  let isLate = true
  await page.route(/\.js(\?|$)/, (route) =>
    isLate ? route.fulfill({ contentType: 'text/javascript', body: '' }) : route.continue(),
  )
  await page.goto('/sign-in')
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码').fill('not this one')
  isLate = false
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByText('邮箱或密码不正确。')).toBeVisible()
  await running(page)
})
