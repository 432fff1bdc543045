import type { Page } from '@playwright/test'

/** Signs in by the form, as a person does. */
export async function signIn(page: Page, email: string, secret: string): Promise<void> {
  await page.goto('/sign-in')
  await fillInSignIn(page, email, secret)
}

/** The same where a page already shows the form. */
export async function fillInSignIn(page: Page, email: string, secret: string): Promise<void> {
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码').fill(secret)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}
