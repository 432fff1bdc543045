import { eq } from 'drizzle-orm'
import { Secret, TOTP, URI } from 'otpauth'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { credential } from '#db/schema/auth'
import { testDatabase } from '#lib/testing/database'
import { password, signedIn } from '#lib/testing/people'
import { findViewer } from './find-viewer.ts'
import { knownDeviceMark } from './known-device.ts'
import { beginSecondFactor, confirmSecondFactor } from './second-factor.ts'
import { changeSettings } from './settings.ts'
import { signIn } from './sign-in.ts'

testDatabase()
let host = 0
const origin = () => ({ device: 'test', address: `198.51.100.${++host}` })

test('unknown account, wrong password and nothing in between get the same answer', async () => {
  const { email } = await signedIn('member')
  const wrong = await signIn({ email, password: 'wrong' }, origin()).catch((error: Error) => error)
  const unknown = await signIn({ email: 'nobody@example.com', password: 'wrong' }, origin()).catch(
    (error: Error) => error,
  )
  expect(wrong).toMatchObject({ code: 'forbidden' })
  expect(unknown).toEqual(wrong)
})

test('ten wrong tries shut strangers out of an account, but not its owner in a browser they used before', async () => {
  // given
  const { email, id } = await signedIn('member')
  for (let n = 0; n < 10; n++) await signIn({ email, password: 'wrong' }, origin()).catch(() => {})
  // then
  await expect(signIn({ email, password }, origin())).rejects.toMatchObject({ code: 'too-many' })
  await expect(
    signIn({ email, password, knownDevice: knownDeviceMark(id) }, origin()),
  ).resolves.toMatchObject({ personId: id })
  await expect(
    signIn({ email, password, knownDevice: knownDeviceMark('someone') }, origin()),
  ).rejects.toMatchObject({
    code: 'too-many',
  })
})

test('ten tries of any accounts from one address shut that address out', async () => {
  const from = origin()
  const { email } = await signedIn('member')
  for (let n = 0; n < 10; n++)
    await signIn({ email: `${n}@example.com`, password: 'wrong' }, from).catch(() => {})
  await expect(signIn({ email, password }, from)).rejects.toMatchObject({ code: 'too-many' })
})

test('a team behind one address signs in, however many they are', async () => {
  const from = origin()
  const { email } = await signedIn('member')
  for (let n = 0; n < 11; n++) await signIn({ email, password }, from)

  for (let n = 0; n < 10; n++)
    await signIn({ email: `${n}@example.com`, password: 'wrong' }, from).catch(() => {})
  await expect(signIn({ email, password }, from)).rejects.toMatchObject({ code: 'too-many' })
})

test('with a second factor a password alone is not enough, a code works once, and so does a recovery code', async () => {
  // given
  const viewer = await signedIn('member')
  const uri = URI.parse(await beginSecondFactor(viewer, viewer.id, password))
  const code = (seconds: number) =>
    new TOTP({ secret: Secret.fromBase32(uri.secret.base32) }).generate({
      timestamp: Date.now() + seconds * 1_000,
    })
  const [recovery = ''] = await confirmSecondFactor(viewer, viewer.id, code(-30))
  const attempt = (given?: string) => signIn({ email: viewer.email, password, code: given }, origin())
  // then
  await expect(attempt()).rejects.toMatchObject({ code: 'invalid', details: { field: 'code' } })
  await expect(attempt('000000')).rejects.toMatchObject({ code: 'invalid' })
  const fresh = code(30)
  await expect(attempt(fresh)).resolves.toBeTruthy()
  await expect(attempt(fresh)).rejects.toMatchObject({ code: 'invalid' })
  await expect(attempt(recovery)).resolves.toBeTruthy()
  await expect(attempt(recovery)).rejects.toMatchObject({ code: 'invalid' })
})

test('a second factor is begun with the password, and without one only by whoever has none', async () => {
  const viewer = await signedIn('member')
  const refused = { code: 'forbidden', details: { field: 'password' } }
  await expect(beginSecondFactor(viewer, viewer.id, 'wrong')).rejects.toMatchObject(refused)
  await expect(beginSecondFactor(viewer, viewer.id, '')).rejects.toMatchObject(refused)

  await database().delete(credential).where(eq(credential.personId, viewer.id))

  // No password stands before what is somebody else's then.
  const admin = await signedIn('admin')
  await expect(beginSecondFactor(admin, viewer.id, '')).rejects.toMatchObject({ code: 'forbidden' })
  await expect(beginSecondFactor(viewer, viewer.id, '')).resolves.toContain('otpauth:')
})

test('a second factor that was begun but not confirmed asks for nothing', async () => {
  const viewer = await signedIn('member')
  await beginSecondFactor(viewer, viewer.id, password)
  await expect(signIn({ email: viewer.email, password }, origin())).resolves.toBeTruthy()
})

test('where editors need a second factor, one without it has a member’s rights until it is on', async () => {
  // given
  const admin = await signedIn('admin')
  const editor = await signedIn('editor')
  await changeSettings(admin, { openRegistration: false, allowedDomain: '', editorsNeedSecondFactor: true })
  expect(await findViewer(editor.sessionId)).toMatchObject({ role: 'member', lacksSecondFactor: true })
  // when
  const uri = URI.parse(await beginSecondFactor(editor, editor.id, password))
  await confirmSecondFactor(
    editor,
    editor.id,
    new TOTP({ secret: Secret.fromBase32(uri.secret.base32) }).generate(),
  )
  // then
  expect(await findViewer(editor.sessionId)).toMatchObject({ role: 'editor' })
})
