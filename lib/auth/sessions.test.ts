import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { session } from '#db/schema/auth'
import { testDatabase } from '#lib/testing/database'
import { password, signedIn } from '#lib/testing/people'
import { changePassword } from './change-password.ts'
import { changeRole, suspend } from './change-role.ts'
import { endSession, endSessionsOf } from './end-sessions.ts'
import { findViewer } from './find-viewer.ts'
import { signIn } from './sign-in.ts'

testDatabase()
const elsewhere = { device: 'other', address: '192.0.2.1' }

test('a session ended elsewhere counts no more at the next request', async () => {
  const viewer = await signedIn('member')
  const other = await signIn({ email: viewer.email, password }, elsewhere)
  await endSession(viewer, other.sessionId)
  expect((await findViewer(other.sessionId)).role).toBe('guest')
  expect((await findViewer(viewer.sessionId)).role).toBe('member')
})

test('signing out everywhere leaves only the browser in hand', async () => {
  const viewer = await signedIn('member')
  const other = await signIn({ email: viewer.email, password }, elsewhere)
  await endSessionsOf(viewer, viewer.id)
  expect((await findViewer(other.sessionId)).role).toBe('guest')
  expect((await findViewer(viewer.sessionId)).role).toBe('member')
})

test('a new password signs out everywhere else, and the old one does not work', async () => {
  const viewer = await signedIn('member')
  const other = await signIn({ email: viewer.email, password }, elsewhere)
  await changePassword(viewer, viewer.id, { current: password, next: 'another long password' })
  expect((await findViewer(other.sessionId)).role).toBe('guest')
  await expect(signIn({ email: viewer.email, password }, elsewhere)).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('a new role and a suspension count at the next request', async () => {
  const admin = await signedIn('admin')
  const viewer = await signedIn('editor')
  await changeRole(admin, viewer.id, 'member')
  expect((await findViewer(viewer.sessionId)).role).toBe('member')
  await suspend(admin, viewer.id)
  expect((await findViewer(viewer.sessionId)).role).toBe('guest')
  await expect(signIn({ email: viewer.email, password }, elsewhere)).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test.each([
  ['idle for twelve hours', sql`now() - interval '12 hours 1 minute'`, sql`now() - interval '1 day'`],
  ['thirty days old', sql`now()`, sql`now() - interval '30 days 1 minute'`],
])('a session %s counts no more', async (_, seenAt, createdAt) => {
  const viewer = await signedIn('member')
  await database().update(session).set({ seenAt, createdAt }).where(eq(session.id, viewer.sessionId))
  expect((await findViewer(viewer.sessionId)).role).toBe('guest')
})

test.each([undefined, '', 'not a uuid', '00000000-0000-0000-0000-000000000000'])(
  'a session id of %s is a guest',
  async (id) => {
    expect((await findViewer(id)).role).toBe('guest')
  },
)

test('nobody ends a stranger’s session, and it goes on', async () => {
  const viewer = await signedIn('editor')
  const stranger = await signedIn('member')
  await expect(endSession(viewer, stranger.sessionId)).rejects.toMatchObject({ code: 'not-found' })
  await expect(endSessionsOf(viewer, stranger.id)).rejects.toMatchObject({ code: 'forbidden' })
  expect((await findViewer(stranger.sessionId)).role).toBe('member')
})
