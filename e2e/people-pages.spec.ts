import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { givenPerson, password } from '../lib/testing/wiki-people.ts'
import { findTrouble } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { signIn } from './sign-in.ts'

type Open = (page: Page, sql: Sql) => Promise<unknown>

const forGuests: Record<string, Open> = {
  'sign-in': (page) => page.goto('/sign-in?next=/notes'),
  'sign-in refused': async (page) => {
    await signIn(page, 'nobody@example.com', 'wrong')
    await expect(page.getByText('邮箱或密码不正确。')).toBeVisible()
  },
  'forgotten password': (page) => page.goto('/reset'),
  invitation: async (page, sql) => page.goto(`/join/${await givenInvitation(sql)}`),
  'new password': async (page, sql) => page.goto(`/reset/${await givenResetLink(sql)}`),
}

const forPeople: Record<string, Open> = {
  account: (page) => page.goto('/account'),
  'second factor': async (page) => {
    await page.goto('/account')
    await page.getByRole('region', { name: '两步验证' }).getByLabel('当前密码').fill(password)
    await page.getByRole('button', { name: '开启' }).click()
    await expect(page.getByLabel('验证码')).toBeVisible()
  },
}

const forAdmins: Record<string, Open> = {
  people: (page) => page.goto('/admin/people'),
  invitations: async (page, sql) => {
    await givenInvitation(sql)
    await page.goto('/admin/invitations')
    await page.getByRole('button', { name: '邀请', exact: true }).click()
    await expect(page.getByRole('button', { name: '复制' })).toBeVisible()
  },
  'wiki settings': (page) => page.goto('/admin/settings'),
  'search state': (page) => page.goto('/admin/search'),
  'audit log': (page) => page.goto('/admin/audit'),
}

test('axe finds nothing on the pages of whoever comes in, light or dark, and they fit a phone', async ({
  page,
  sql,
}) => {
  for (const [name, open] of Object.entries(forGuests)) await inspect(page, name, () => open(page, sql))
})

test('nor on those of an account', async ({ page, sql, signInAs }) => {
  await signInAs('admin')
  for (const [name, open] of Object.entries(forPeople)) await inspect(page, name, () => open(page, sql))
})

test('nor on those of admins', async ({ page, sql, signInAs }) => {
  await signInAs('admin')
  for (const [name, open] of Object.entries(forAdmins)) await inspect(page, name, () => open(page, sql))
})

/** Loads a page once: what differs in the dark, or on a phone, is style alone. */
async function inspect(page: Page, name: string, open: () => Promise<unknown>): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 })
  await open()
  expect(await findTrouble(page), name).toEqual([])

  await page.setViewportSize({ width: 390, height: 844 })
  const tooWide = ({ scrollWidth, clientWidth }: Element) => scrollWidth - clientWidth
  expect(await page.locator('html').evaluate(tooWide), `${name}, 390 px`).toBeLessThanOrEqual(0)
  if (process.env.ERRATA_SHOTS) await shoot(page, name)
}

/** Pictures to look at, in the folder that ERRATA_SHOTS names. */
async function shoot(page: Page, name: string): Promise<void> {
  const path = (kind: string) => `${process.env.ERRATA_SHOTS}/${name.replaceAll(' ', '-')}-${kind}.png`
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [390, 1440]) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 860 })
      await page.screenshot({ path: path(`${colorScheme}-${width}`), fullPage: true })
    }
}

function newToken() {
  const token = randomBytes(16).toString('base64url')
  return { token, token_hash: createHash('sha256').update(token).digest() }
}

const tomorrow = () => new Date(Date.now() + 86_400_000)

async function givenInvitation(sql: Sql): Promise<string> {
  const { token, token_hash } = newToken()
  const { id } = await givenPerson(sql, 'admin')
  const row = {
    id: randomUUID(),
    token_hash,
    role: 'editor',
    max_uses: 3,
    expires_at: tomorrow(),
    created_by: id,
  }
  await sql`insert into invitation ${sql(row)}`
  return token
}

async function givenResetLink(sql: Sql): Promise<string> {
  const { token, token_hash } = newToken()
  const { id } = await givenPerson(sql, 'member')
  const row = { id: randomUUID(), kind: 'password_reset', token_hash, person_id: id, expires_at: tomorrow() }
  await sql`insert into one_time_link ${sql(row)}`
  return token
}
