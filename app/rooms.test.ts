import { encode } from 'next-auth/jwt'
import { expect, test, vi } from 'vitest'
import { sessionCookieName } from '#lib/auth/session-cookie'
import type { AccountRole } from '#lib/auth/viewer'
import { testDatabase } from '#lib/testing/database'
import { signedIn } from '#lib/testing/people'
import { requireAdmin } from './admin/require-admin.ts'
import { GET as readMe } from './api/me/route.ts'
import { requireEditor } from './searches/require-editor.ts'

const secret = 'a secret of this test, long enough'
process.env.AUTH_SECRET = secret
let token: string | undefined
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (name === sessionCookieName() ? { value: token } : undefined),
  }),
}))
vi.mock('next/navigation', () => ({
  notFound: () => {
    throw new Error('404')
  },
  redirect: (target: string) => {
    throw new Error(`to ${target}`)
  },
}))

testDatabase()

async function signIn(role: AccountRole): Promise<void> {
  token = await encode({ token: { sid: (await signedIn(role)).sessionId }, secret })
}

test('an editor finds no admin pages, a member no editors’ pages', async () => {
  await signIn('editor')
  await expect(requireAdmin('people')).rejects.toThrow('404')
  await expect(requireEditor('/searches')).resolves.toMatchObject({ role: 'editor' })
  await signIn('member')
  await expect(requireEditor('/searches')).rejects.toThrow('404')
  await signIn('admin')
  await expect(requireAdmin('people')).resolves.toMatchObject({ role: 'admin' })
})

test('only an admin’s browser hears that it may administer', async () => {
  await signIn('editor')
  expect(await (await readMe()).json()).toMatchObject({ me: { role: 'editor', mayAdminister: false } })
  await signIn('admin')
  expect(await (await readMe()).json()).toMatchObject({ me: { role: 'admin', mayAdminister: true } })
})
