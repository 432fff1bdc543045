import { password } from '../lib/testing/wiki-people.ts'
import { expect, test } from './fixtures.ts'

test.use({ javaScriptEnabled: false })

test('without scripts one can sign in, change one’s name and sign out', async ({ page, given }) => {
  const { email } = await given('member')
  await page.goto('/sign-in?next=/account')
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码').fill('not this one')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByText('邮箱或密码不正确。')).toBeVisible()
  await expect(page.getByLabel('邮箱')).toHaveValue(email)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()

  await expect(page).toHaveURL('/account')
  await page.getByLabel('名字').fill('没有脚本')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存')).toBeVisible()
  await expect(page.getByLabel('名字')).toHaveValue('没有脚本')
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page).toHaveURL('/')
  await page.goto('/account')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('登录 Errata')
})

test('without scripts a reset link leads to a new password, and on to signing in with it', async ({
  page,
  context,
  given,
  signInAs,
}) => {
  const { email } = await given('member')
  await signInAs('admin')
  await page.goto('/admin/people')
  const row = page.getByRole('listitem').filter({ hasText: email })
  await row.getByRole('button', { name: '重置链接' }).click()
  const link = (await row.getByText(/\/reset\//).textContent()) ?? ''
  await context.clearCookies()
  await page.goto(link)
  await page.getByLabel('新密码').fill('remembered this time')
  await page.getByRole('button', { name: '设置密码' }).click()
  await expect(page.getByText('密码已设置，所有登录已退出。')).toBeVisible()
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码').fill('remembered this time')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page).toHaveURL('/')
})
