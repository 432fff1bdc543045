import { Secret, TOTP } from 'otpauth'
import { password } from '../lib/testing/wiki-people.ts'
import { expect, test } from './fixtures.ts'
import { running } from './going.ts'
import { signIn } from './sign-in.ts'

test('an admin who is made a member while their page is open cannot write any more', async ({
  page,
  signInAs,
  given,
  elsewhere,
}) => {
  // given two admins, each with the list of people open
  await signInAs('admin')
  const demoted = await given('admin', '降级的人')
  const victim = await given('member')
  const theirs = await elsewhere(demoted)
  await theirs.goto('/admin/people')
  await page.goto('/admin/people')
  // when one demotes the other
  const row = page.getByRole('listitem').filter({ hasText: demoted.email })
  await row.getByLabel('角色').selectOption('成员')
  await row.getByRole('button', { name: '修改' }).click()
  await expect(row.getByText('已保存')).toBeVisible()
  await page.reload()
  await expect(row.getByLabel('角色')).toHaveValue('member')
  // then what the other still sees does nothing, and is gone at the next look
  await theirs
    .getByRole('listitem')
    .filter({ hasText: victim.email })
    .getByRole('button', { name: '停用' })
    .click()
  await expect(theirs.getByText('你没有权限这样做。')).toBeVisible()
  await page.reload()
  const other = page.getByRole('listitem').filter({ hasText: victim.email })
  await expect(other.getByRole('button', { name: '停用' })).toBeVisible()
})

test('a session ended elsewhere turns the next click into a friendly sign-in that leads back', async ({
  given,
  elsewhere,
}) => {
  // given one person in two browsers
  const account = await given('member', '两处登录')
  const here = await elsewhere(account)
  const there = await elsewhere(account)
  await here.goto('/account')
  await there.goto('/account')
  // when one ends the other
  await here.getByRole('button', { name: '结束' }).click()
  await expect(here.getByRole('button', { name: '结束' })).toBeHidden()
  // then the other's next click asks to sign in, and goes on where it was
  await there.getByRole('button', { name: '保存' }).click()
  await expect(there.getByRole('heading', { level: 1 })).toHaveText('登录 Errata')
  await expect(there.getByText('登录后继续')).toBeVisible()
  await there.getByLabel('邮箱').fill(account.email)
  await there.getByLabel('密码').fill(password)
  await there.getByRole('button', { name: '登录' }).click()
  await expect(there).toHaveURL('/account')
  await expect(there.getByText(account.email)).toBeVisible()
})

test('signing out ends the session, and the bar says so', async ({ page, signInAs, context }) => {
  const { name } = await signInAs('member')
  await page.goto('/notes')
  await page.getByRole('link', { name }).click()
  const cookies = await context.cookies()
  await page.getByRole('button', { name: '退出登录' }).click()

  await expect(page).toHaveURL('/')
  await expect(page.getByRole('link', { name: '登录' })).toBeVisible()
  // A copy of the cookie is worth nothing.
  await context.addCookies(cookies)
  await page.goto('/account')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('登录 Errata')
})

test('whoever is suspended is out at once and stays out until readmitted', async ({
  page,
  signInAs,
  given,
  elsewhere,
}) => {
  await signInAs('admin')
  const account = await given('editor', '停用的人')
  const theirs = await elsewhere(account)
  await theirs.goto('/account')
  await page.goto('/admin/people')
  const row = page.getByRole('listitem').filter({ hasText: account.email })
  await row.getByRole('button', { name: '停用' }).click()
  await expect(row.getByText('已停用')).toBeVisible()

  await theirs.reload()
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('登录 Errata')
  await signIn(theirs, account.email, password)
  await expect(theirs.getByText('邮箱或密码不正确。')).toBeVisible()
  await row.getByRole('button', { name: '恢复' }).click()
  await expect(row.getByText('已停用')).toBeHidden()
  await signIn(theirs, account.email, password)
  await expect(theirs.getByRole('link', { name: '停用的人' })).toBeVisible()
})

test('with a second factor a code is asked for; a recovery code does once', async ({
  page,
  signInAs,
  elsewhere,
}) => {
  // given a second factor, turned on as a person does
  const { email, name } = await signInAs('member')
  await page.goto('/account')
  await running(page)
  await page.getByRole('region', { name: '两步验证' }).getByLabel('当前密码').fill(password)
  await page.getByRole('button', { name: '开启' }).click()
  const key = (await page.getByText(/^[A-Z2-7]{32}$/).textContent()) ?? ''
  const code = (seconds: number) =>
    new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + seconds * 1_000 })
  await page.getByLabel('验证码').fill('000000')
  await page.getByRole('button', { name: '确认' }).click()
  await expect(page.getByText('请输入验证器当前显示的六位数字')).toBeVisible()
  await page.getByLabel('验证码').fill(code(-30))
  await page.getByRole('button', { name: '确认' }).click()
  await expect(page.getByText('请把这些恢复码保存在安全的地方')).toBeVisible()
  const recovery = await page.getByText(/^[a-z2-9]{10}$/).allTextContents()
  expect(recovery).toHaveLength(10)
  // when signing in elsewhere, then the password alone does not do
  const other = await elsewhere()
  await signIn(other, email, password)
  await expect(other.getByLabel('验证码')).toBeVisible()
  await other.getByLabel('密码').fill(password)
  await other.getByLabel('验证码').fill(code(30))
  await other.getByRole('button', { name: '登录' }).click()
  await expect(other.getByRole('link', { name })).toBeVisible()
  // and a recovery code does once
  for (const [given, works] of [
    [recovery[0] ?? '', true],
    [recovery[0] ?? '', false],
  ] as const) {
    const third = await elsewhere()
    await signIn(third, email, password)
    await third.getByLabel('验证码').fill(given)
    await third.getByLabel('密码').fill(password)
    await third.getByRole('button', { name: '登录' }).click()
    await expect(
      works ? third.getByRole('link', { name }) : third.getByText('请输入验证器当前显示的六位数字'),
    ).toBeVisible()
  }
})

test('language, appearance and single keys of the profile come along with a sign-in', async ({
  page,
  signInAs,
  elsewhere,
}) => {
  const { email } = await signInAs('member')
  await page.goto('/account')
  await page.getByLabel('语言', { exact: true }).selectOption('English')
  await page.getByLabel('外观', { exact: true }).selectOption('深色')
  await page.getByRole('checkbox', { name: /键盘快捷键/ }).uncheck()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('Saved')).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  const other = await elsewhere()
  await signIn(other, email, password)
  await expect(other.getByRole('link', { name: 'A member' })).toBeVisible()
  await other.goto('/notes')
  await expect(other.locator('html')).toHaveAttribute('lang', 'en')
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark')
  await other.keyboard.press('?')
  await expect(other.getByRole('dialog')).toBeHidden()
})
