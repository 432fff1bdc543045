import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { invitation } from '#db/schema/auth'
import { person } from '#db/schema/people'
import { testDatabase } from '#lib/testing/database'
import { password, signedIn } from '#lib/testing/people'
import { changePassword } from './change-password.ts'
import { changeRole, suspend } from './change-role.ts'
import { findViewer } from './find-viewer.ts'
import { Email } from './input.ts'
import { invite, revokeInvitation } from './invite.ts'
import { findOpenInvitation, joinByInvitation, register } from './join.ts'
import { makeResetLink, resetLinkWorks, resetPassword } from './reset-password.ts'
import { changeSettings } from './settings.ts'
import { signIn } from './sign-in.ts'
import { hashToken } from './token.ts'

testDatabase()
let host = 0
const origin = () => ({ device: 'test', address: `203.0.113.${++host}` })
let n = 0
const account = (domain = 'example.com') => ({ name: 'New', email: `new${++n}@${domain}`, password })
const settings = { openRegistration: false, allowedDomain: '', editorsNeedSecondFactor: false }

test('an invitation for two admits two with its role, however many come at once', async () => {
  const token = await invite(await signedIn('admin'), { role: 'editor', maxUses: 2, days: 7 })
  const tries = await Promise.allSettled(
    Array.from({ length: 10 }, () => joinByInvitation(token, account(), origin())),
  )
  const joined = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value.sessionId] : []))
  expect(joined).toHaveLength(2)
  expect((await findViewer(joined[0])).role).toBe('editor')
  expect(await findOpenInvitation(token)).toBeUndefined()
})

test('a revoked or expired invitation admits nobody, and an address that is taken does not use it up', async () => {
  const admin = await signedIn('admin')
  const token = await invite(admin, { role: 'member', maxUses: 1, days: 7 })
  await expect(joinByInvitation(token, { ...account(), email: admin.email }, origin())).rejects.toMatchObject(
    { code: 'conflict' },
  )
  const [row] = await database()
    .select()
    .from(invitation)
    .where(eq(invitation.tokenHash, hashToken(token)))
  expect(row?.uses).toBe(0)
  await revokeInvitation(admin, row!.id)
  await expect(joinByInvitation(token, account(), origin())).rejects.toMatchObject({ code: 'not-found' })
})

test('registration is closed until an admin opens it, and then for the allowed domain only', async () => {
  const admin = await signedIn('admin')
  await expect(register(account(), origin())).rejects.toMatchObject({ code: 'forbidden' })
  await changeSettings(admin, { ...settings, openRegistration: true, allowedDomain: 'team.example' })
  await expect(register(account('other.example'), origin())).rejects.toMatchObject({ code: 'forbidden' })
  await expect(register(account('evil-team.example'), origin())).rejects.toMatchObject({ code: 'forbidden' })
  expect((await findViewer((await register(account('team.example'), origin())).sessionId)).role).toBe(
    'member',
  )
  await expect(changeSettings(await signedIn('editor'), settings)).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('two spellings of one address are one person', () => {
  expect(Email.parse('  ＡＬＩＣＥ@Example.com ')).toBe('alice@example.com')
})

test('a reset link sets a password once and ends every session', async () => {
  const viewer = await signedIn('member')
  const token = await makeResetLink(await signedIn('admin'), viewer.id)
  await resetPassword(token, 'another long password')
  expect((await findViewer(viewer.sessionId)).role).toBe('guest')
  await expect(
    signIn({ email: viewer.email, password: 'another long password' }, origin()),
  ).resolves.toBeTruthy()
  await expect(resetPassword(token, 'a third long password')).rejects.toMatchObject({ code: 'not-found' })
})

test('a new password, however it was set, leaves no older reset link that sets another', async () => {
  // given
  const [admin, viewer] = [await signedIn('admin'), await signedIn('member')]
  const first = await makeResetLink(admin, viewer.id)
  const second = await makeResetLink(admin, viewer.id)
  const ofAnother = await makeResetLink(admin, (await signedIn('member')).id)
  // when
  await resetPassword(first, 'another long password')
  // then
  await expect(resetPassword(second, 'a stolen link')).rejects.toMatchObject({ code: 'not-found' })
  expect(await resetLinkWorks(ofAnother)).toBe(true)
  const third = await makeResetLink(admin, viewer.id)
  await changePassword(viewer, viewer.id, { current: 'another long password', next: 'a third long password' })
  await expect(resetPassword(third, 'a stolen link')).rejects.toMatchObject({ code: 'not-found' })
})

test('the last admin is neither demoted nor suspended, not even by two admins demoting each other at once', async () => {
  // given exactly two admins
  await database()
    .update(person)
    .set({ role: 'member' })
    .where(and(eq(person.role, 'admin'), eq(person.kind, 'person')))
  const [one, two] = [await signedIn('admin'), await signedIn('admin')]
  // when
  const tries = await Promise.allSettled([changeRole(one, two.id, 'member'), suspend(two, one.id)])
  // then
  expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
})
