import { startMailbox } from '../lib/testing/mailbox.ts'
import { admin } from './admin.ts'
import { expect, test } from './fixtures.ts'
import { running } from './going.ts'
import { type IdentityProvider, startIdentityProvider } from './outside/identity-provider.ts'
import { fillInSignIn } from './sign-in.ts'

const firstAdmin = { ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password }
const settingsFor = ({ issuer, client }: IdentityProvider) => ({
  ...firstAdmin,
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: client.id,
  OIDC_CLIENT_SECRET: client.secret,
  OIDC_NAME: 'Team ID',
})

test('an identity of an outside provider signs in once it was linked, and is never matched by e-mail', async ({
  page,
  virgin,
}) => {
  // given a provider whose person has the very address of the admin
  const provider = await startIdentityProvider()
  provider.person = { ...provider.person, name: 'Outside', email: admin.email, email_verified: true }
  const { url } = await virgin((own) => ({ ...settingsFor(provider), PUBLIC_URL: own }))
  // when it is not linked, then it does not sign in
  await page.goto(`${url}/sign-in?next=/notes`)
  await page.getByRole('button', { name: '用 Team ID 登录' }).click()
  await expect(page.getByText('此身份没有关联到这里的账号。')).toBeVisible()
  const [asked] = provider.asked
  expect(asked?.get('code_challenge_method')).toBe('S256')
  expect(asked?.get('state')).toBeTruthy()
  expect(asked?.get('nonce')).toBeTruthy()
  expect(asked?.get('redirect_uri')).toBe(`${url}/api/auth/callback/oidc`)
  // when it is linked after the password
  await page.goto(`${url}/sign-in?next=/account`)
  await fillInSignIn(page, admin.email, admin.password)
  const identities = page.getByRole('region', { name: '关联身份' })
  await identities.waitFor()
  await running(page)
  await identities.getByLabel('当前密码').fill('not the password')
  await identities.getByRole('button', { name: '关联 Team ID' }).click()
  await expect(identities.getByText('密码不正确。')).toBeVisible()
  await identities.getByLabel('当前密码').fill(admin.password)
  await identities.getByRole('button', { name: '关联 Team ID' }).click()
  await identities.getByRole('button', { name: '前往 Team ID' }).click()
  await expect(page.getByText('身份已关联。')).toBeVisible()
  await expect(identities.getByText(provider.issuer)).toBeVisible()
  // then it signs in, and leads back
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByRole('link', { name: '登录' })).toBeVisible()
  await page.goto(`${url}/sign-in?next=/notes`)
  await page.getByRole('button', { name: '用 Team ID 登录' }).click()
  await expect(page).toHaveURL(`${url}/notes`)
  await expect(page.getByRole('link', { name: 'Admin', exact: true })).toBeVisible()
  // and an answer made for another sign-in does not
  await page.goto(`${url}/account`)
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByRole('link', { name: '登录' })).toBeVisible()
  provider.person = { ...provider.person, nonce: 'somebody else’s' }
  await page.goto(`${url}/sign-in`)
  await page.getByRole('button', { name: '用 Team ID 登录' }).click()
  await expect(page.getByText('登录没有成功，请再试一次。')).toBeVisible()
  provider.stop()
})

test('a forgotten password is set anew by mail, with the same answer for an address nobody has', async ({
  page,
  virgin,
}) => {
  const mailbox = await startMailbox()
  const mail = { SMTP_URL: mailbox.url, MAIL_FROM: 'wiki@example.com' }
  const { url } = await virgin((own) => ({ ...firstAdmin, ...mail, PUBLIC_URL: own }))
  for (const email of ['nobody@example.com', admin.email]) {
    await page.goto(`${url}/sign-in`)
    await page.getByRole('link', { name: '忘记密码？' }).click()
    await page.getByLabel('邮箱').fill(email)
    await page.getByRole('button', { name: '发送链接' }).click()
    await expect(page.getByText('如果这个邮箱有账号，链接已发出。')).toBeVisible()
  }
  await expect.poll(() => mailbox.letters.length).toBe(1)
  const letter = mailbox.letters[0] ?? ''
  expect(letter).toContain(`To: ${admin.email}`)
  const body = Buffer.from(letter.split('\r\n\r\n')[1] ?? '', 'base64').toString()
  const link = /http\S+\/reset\/[\w-]+/.exec(body)?.[0] ?? ''
  await page.goto(link)
  await page.getByLabel('新密码').fill('a password from the mail')
  await page.getByRole('button', { name: '设置密码' }).click()

  await expect(page.getByText('密码已设置')).toBeVisible()
  await fillInSignIn(page, admin.email, 'a password from the mail')
  await expect(page.getByRole('link', { name: 'Admin', exact: true })).toBeVisible()
  mailbox.stop()
})
