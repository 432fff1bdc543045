import { password } from '../lib/testing/wiki-people.ts'
import { expect, test } from './fixtures.ts'
import { signIn } from './sign-in.ts'

test('registration is closed until an admin opens it for a domain', async ({
  page,
  virgin,
  elsewhere,
  troubles,
}) => {
  // given a wiki of its own, for settings are everybody's
  const boss = { email: 'boss@team.example', password: 'the password of the boss' }
  const { url } = await virgin({ ADMIN_EMAIL: boss.email, ADMIN_PASSWORD: boss.password })
  const newcomer = await elsewhere()
  await newcomer.goto(`${url}/register`)
  await expect(newcomer.getByRole('heading', { level: 1 })).toHaveText('这里没有内容')
  troubles.length = 0
  // when
  await page.goto(`${url}/sign-in?next=/admin/settings`)
  await page.getByLabel('邮箱').fill(boss.email)
  await page.getByLabel('密码').fill(boss.password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByLabel('任何人都可注册').check()
  await page.getByLabel('允许的邮箱域名').fill('team.example')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存')).toBeVisible()
  // then
  await newcomer.goto(`${url}/sign-in`)
  await newcomer.getByRole('link', { name: '注册账号' }).click()
  await expect(newcomer.getByText('仅限 team.example 的邮箱。')).toBeVisible()
  await newcomer.getByLabel('名字').fill('外人')
  await newcomer.getByLabel('邮箱').fill('someone@other.example')
  await newcomer.getByLabel('密码').fill(password)
  await newcomer.getByRole('button', { name: '注册账号' }).click()
  await expect(newcomer.getByText('只接受团队域名的邮箱。')).toBeVisible()
  await newcomer.getByLabel('邮箱').fill('someone@team.example')
  await newcomer.getByLabel('密码').fill(password)
  await newcomer.getByRole('button', { name: '注册账号' }).click()
  await expect(newcomer.getByRole('link', { name: '外人' })).toBeVisible()
  await page.goto(`${url}/admin/people`)
  await expect(page.getByRole('listitem').filter({ hasText: 'someone@team.example' })).toBeVisible()
})

test('a password that is wrong ten times shuts strangers out for a while', async ({ page, given }) => {
  const { email } = await given('member')
  for (let n = 0; n < 10; n++) {
    await signIn(page, email, 'a wrong password')
    await expect(page.getByText('邮箱或密码不正确。')).toBeVisible()
  }
  await signIn(page, email, password)

  await expect(page.getByText(/尝试太频繁，请等 \d+ 秒。/)).toBeVisible()
})
