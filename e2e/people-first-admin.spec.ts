import { admin } from './admin.ts'
import { expect, test } from './fixtures.ts'
import { signIn } from './sign-in.ts'

test('the link of the first start makes one admin, and leads nowhere afterwards', async ({
  page,
  virgin,
  troubles,
}) => {
  // given
  const wiki = await virgin()
  const link = /https?:\S+\/first-admin\/\S+/.exec(wiki.output())?.[0] ?? ''
  expect((await page.request.get(`${wiki.url}/first-admin/AAAAAAAAAAAAAAAAAAAAAA`)).status()).toBe(404)
  // when
  await page.goto(link)
  await page.getByLabel('名字').fill('小明')
  await page.getByLabel('邮箱').fill('ming@example.com')
  await page.getByLabel('密码').fill('short')
  await page.getByRole('button', { name: '创建账号' }).click()
  await expect(page.getByLabel('密码')).toHaveAccessibleDescription(/至少 10 个字符/)
  await expect(page.getByLabel('邮箱')).toHaveValue('ming@example.com')
  await page.getByLabel('密码').fill('a password that is long')
  await page.getByRole('button', { name: '创建账号' }).click()
  // then
  await expect(page).toHaveURL(/\/admin\/people$/)
  await expect(page.getByRole('main')).toContainText('ming@example.com')
  await expect(page.getByRole('link', { name: '小明' })).toBeVisible()
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('这里没有内容')
  expect((await page.request.get(link)).status()).toBe(404)
  // A missing page is reported by the browser itself.
  expect(troubles.splice(0).every((each) => each.includes('404'))).toBe(true)
})

test('the admin that the environment names signs in, and there is no link', async ({ page }) => {
  await signIn(page, admin.email, admin.password)

  await expect(page.getByRole('link', { name: 'Admin', exact: true })).toBeVisible()
  await page.getByRole('link', { name: '管理', exact: true }).click()
  await expect(page.getByRole('main')).toContainText(admin.email)
})
