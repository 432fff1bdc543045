import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { Secret, TOTP, URI } from 'otpauth'
import { expect, test } from 'vitest'
import { database } from '#db/client'
import { audit } from '#db/schema/audit'
import { identity } from '#db/schema/auth'
import { person } from '#db/schema/people'
import { testDatabase } from '#lib/testing/database'
import { password, signedIn } from '#lib/testing/people'
import { changePassword } from './change-password.ts'
import { changeProfile } from './change-profile.ts'
import { changeRole, readmit, suspend } from './change-role.ts'
import { invite, revokeInvitation } from './invite.ts'
import { beginLinking, unlinkIdentity } from './link-identity.ts'
import { listOpenInvitations, listPeople, listSessions } from './queries.ts'
import { makeResetLink } from './reset-password.ts'
import { beginSecondFactor, confirmSecondFactor } from './second-factor.ts'
import { changeSettings } from './settings.ts'
import { turnOffSecondFactor } from './turn-off-second-factor.ts'
import type { SignedIn } from './viewer.ts'

testDatabase()

const settings = { openRegistration: true, allowedDomain: '', editorsNeedSecondFactor: false }
const profile = { name: 'Taken over', locale: null, theme: 'dark' as const, shortcuts: false }
const issuer = 'https://issuer.example'
const codeOf = (uri: string) =>
  new TOTP({ secret: Secret.fromBase32(URI.parse(uri).secret.base32) }).generate()

test.each<[name: string, verb: (viewer: SignedIn, personId: string) => Promise<unknown>]>([
  ['seeing everybody', (viewer) => listPeople(viewer)],
  ['giving a role', (viewer, id) => changeRole(viewer, id, 'editor')],
  ['suspending', (viewer, id) => suspend(viewer, id)],
  ['letting in again', (viewer, id) => readmit(viewer, id)],
  ['making a reset link', (viewer, id) => makeResetLink(viewer, id)],
  ['seeing invitations', (viewer) => listOpenInvitations(viewer)],
  ['inviting', (viewer) => invite(viewer, { role: 'admin', maxUses: 1, days: 1 })],
  ['revoking an invitation', (viewer) => revokeInvitation(viewer, randomUUID())],
  ['changing settings', (viewer) => changeSettings(viewer, settings)],
])('%s is for admins, not for editors, and nothing is done', async (_, verb) => {
  const editor = await signedIn('editor')
  const { id } = await signedIn('member')

  await expect(verb(editor, id)).rejects.toMatchObject({ code: 'forbidden' })

  expect(await database().$count(audit, eq(audit.actorId, editor.id))).toBe(0)
})

test.each<[name: string, verb: (viewer: SignedIn, personId: string, secret: string) => Promise<unknown>]>([
  ['the list of sessions', (viewer, id) => listSessions(viewer, id)],
  ['the profile', (viewer, id) => changeProfile(viewer, id, profile)],
  ['the password', (viewer, id) => changePassword(viewer, id, { current: password, next: 'taken over' })],
  [
    'a new second factor',
    async (viewer) => beginSecondFactor(viewer, (await signedIn('member')).id, password),
  ],
  ['the first code', (viewer, id, uri) => confirmSecondFactor(viewer, id, codeOf(uri))],
  ['the second factor’s end', (viewer, id) => turnOffSecondFactor(viewer, id, password)],
  ['a new identity', (viewer, id) => beginLinking(viewer, id, password)],
  ['an identity’s end', (viewer, id) => unlinkIdentity(viewer, id, issuer, password)],
])('%s of somebody else’s account is refused to an admin who knows every secret', async (_, verb) => {
  // given
  const owner = await signedIn('member')
  const uri = await beginSecondFactor(owner, owner.id, password)
  await database().insert(identity).values({ issuer, subject: randomUUID(), personId: owner.id })
  const admin = await signedIn('admin')
  // when
  await expect(verb(admin, owner.id, uri)).rejects.toMatchObject({ code: 'forbidden' })
  // then
  const [row] = await database().select({ name: person.name }).from(person).where(eq(person.id, owner.id))
  expect(row?.name).toBe(owner.name)
  expect(await database().$count(audit, eq(audit.actorId, admin.id))).toBe(0)
})
