import { expect, test } from 'vitest'
import { testDatabase } from '#lib/testing/database'
import { findViewer } from './find-viewer.ts'
import {
  createFirstAdmin,
  ensureFirstAdmin,
  firstAdminLinkWorks,
  offerFirstAdminLink,
} from './first-admin.ts'

testDatabase()
const origin = { device: 'test', address: '127.0.0.1' }
const account = (n: number) => ({
  name: `Admin ${n}`,
  email: `admin${n}@example.com`,
  password: 'correct horse battery',
})

test('fifty people with the first link at once make one admin, and the page is gone for ever', async () => {
  // given
  const stale = (await offerFirstAdminLink())!
  const token = (await offerFirstAdminLink())!
  expect(await firstAdminLinkWorks(stale)).toBe(false)
  expect(await firstAdminLinkWorks(token)).toBe(true)
  // when
  const tries = await Promise.allSettled(
    Array.from({ length: 50 }, (_, n) => createFirstAdmin(token, account(n), origin)),
  )
  // then
  const made = tries.filter((each) => each.status === 'fulfilled')
  expect(made).toHaveLength(1)
  expect(await findViewer(made[0]?.value.sessionId)).toMatchObject({ role: 'admin' })
  expect(await firstAdminLinkWorks(token)).toBe(false)
  expect(await offerFirstAdminLink()).toBeUndefined()
  expect(await ensureFirstAdmin(account(99))).toBe(false)
})
