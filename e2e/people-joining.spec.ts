import type { Page } from '@playwright/test'
import { password } from '../lib/testing/wiki-people.ts'
import { expect, test } from './fixtures.ts'
import { signIn } from './sign-in.ts'

const address = () => `${crypto.randomUUID().slice(0, 8)}@team.example`

async function fillAccount(page: Page, email: string): Promise<void> {
  await page.getByLabel('名字').fill('新来的')
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码').fill(password)
}

test('invited, joined, password changed: signed out everywhere else', async ({
  page,
  signInAs,
  elsewhere,
}) => {
  // given an invitation
  await signInAs('admin')
  await page.goto('/admin/invitations')
  await page.getByLabel('角色').selectOption('编辑')
  await page.getByRole('button', { name: '邀请', exact: true }).click()
  const link = (await page.getByText(/\/join\//).textContent()) ?? ''
  // when somebody joins by it, and signs in on a phone as well
  const email = address()
  const laptop = await elsewhere()
  await laptop.goto(link)
  await expect(laptop.getByText('你被邀请为编辑')).toBeVisible()
  await fillAccount(laptop, email)
  await laptop.getByRole('button', { name: '加入' }).click()
  await expect(laptop.getByRole('link', { name: '新来的' })).toBeVisible()
  const phone = await elsewhere()
  await signIn(phone, email, password)
  await phone.getByRole('link', { name: '新来的' }).click()
  await expect(phone.getByText('登录设备')).toBeVisible()
  // and changes the password on the laptop
  await laptop.getByRole('link', { name: '新来的' }).click()
  await laptop.getByLabel('当前密码').first().fill(password)
  await laptop.getByLabel('新密码').fill('another long password')
  await laptop.getByRole('button', { name: '修改密码' }).click()
  await expect(laptop.getByText('密码已修改，其他浏览器已退出。')).toBeVisible()
  // then the phone is asked to sign in, the laptop is not, and the link is used up
  await phone.reload()
  await expect(phone).toHaveURL('/sign-in?next=%2Faccount')
  await laptop.reload()
  await expect(laptop.getByText(email)).toBeVisible()
  expect((await page.request.get(link)).status()).toBe(404)
  await signIn(phone, email, password)
  await expect(phone.getByText('邮箱或密码不正确。')).toBeVisible()
  await signIn(phone, email, 'another long password')
  await expect(phone.getByRole('link', { name: '新来的' })).toBeVisible()
})

test('a revoked invitation admits nobody', async ({ page, signInAs, elsewhere }) => {
  await signInAs('admin')
  await page.goto('/admin/invitations')
  await page.getByLabel('可用人数').fill('77')
  await page.getByRole('button', { name: '邀请', exact: true }).click()
  const link = (await page.getByText(/\/join\//).textContent()) ?? ''
  const newcomer = await elsewhere()
  await newcomer.goto(link)
  await fillAccount(newcomer, address())
  await page.goto('/admin/invitations')
  const row = page.getByRole('listitem').filter({ hasText: '0 / 77' }).first()
  await row.getByRole('button', { name: '撤销' }).click()
  await expect(row).toBeHidden()

  await newcomer.getByRole('button', { name: '加入' }).click()

  await expect(newcomer.getByText('链接已失效，请重新索取。')).toBeVisible()
})

test('a reset link sets a new password once, and every session ends', async ({
  page,
  signInAs,
  given,
  elsewhere,
}) => {
  // given
  const forgetful = await given('member', '健忘的人')
  const theirs = await elsewhere(forgetful)
  await theirs.goto('/account')
  await signInAs('admin')
  await page.goto('/admin/people')
  const row = page.getByRole('listitem').filter({ hasText: forgetful.email })
  await row.getByRole('button', { name: '重置链接' }).click()
  const link = (await row.getByText(/\/reset\//).textContent()) ?? ''
  // when
  const fresh = await elsewhere()
  await fresh.goto(link)
  await fresh.getByLabel('新密码').fill('remembered this time')
  await fresh.getByRole('button', { name: '设置密码' }).click()
  await expect(fresh.getByText('密码已设置，所有登录已退出。')).toBeVisible()
  // then
  await theirs.reload()
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('登录 Errata')
  expect((await page.request.get(link)).status()).toBe(404)
  await signIn(fresh, forgetful.email, 'remembered this time')
  await expect(fresh.getByRole('link', { name: '健忘的人' })).toBeVisible()
})
