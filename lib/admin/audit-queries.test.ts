import { expect, test } from 'vitest'
import { changeProfile } from '#lib/auth/change-profile'
import { changeRole } from '#lib/auth/change-role'
import { testDatabase } from '#lib/testing/database'
import { signedIn } from '#lib/testing/people'
import { AuditFilter, listEvents } from './audit-queries.ts'

testDatabase()

test('an admin finds events by what was done, by whom and when; nobody else sees any', async () => {
  // given
  const [admin, editor] = [await signedIn('admin'), await signedIn('editor')]
  const profile = { name: 'Renamed', locale: null, theme: 'system' as const, shortcuts: true }
  await changeProfile(editor, editor.id, profile)
  await changeRole(admin, editor.id, 'member')
  const find = (filter: object) => listEvents(admin, AuditFilter.parse(filter))
  // then
  expect(await find({ action: 'person.' })).toMatchObject([
    { action: 'person.role', actorId: admin.id, object: 'Renamed', detail: { role: 'member' } },
  ])
  expect((await find({ actor: editor.id })).map(({ action }) => action)).toContain('profile.change')
  expect(await find({ from: '2999-01-01' })).toEqual([])
  await expect(listEvents(editor, AuditFilter.parse({}))).rejects.toMatchObject({ code: 'forbidden' })
})
