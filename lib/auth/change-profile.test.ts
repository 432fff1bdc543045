import { afterEach, expect, test } from 'vitest'
import { dropHereBy } from '#lib/pages/tags'
import { testDatabase } from '#lib/testing/database'
import { signedIn } from '#lib/testing/people'
import { changeProfile } from './change-profile.ts'

testDatabase()

afterEach(() => dropHereBy(undefined))

test('a new name is told to the pages in which the old one stands, and nothing else is', async () => {
  // given
  const one = await signedIn('member')
  const dropped: string[] = []
  dropHereBy((tag) => void dropped.push(tag))
  const profile = { name: one.name, locale: null, theme: 'dark' as const, shortcuts: true }
  // when, then
  await changeProfile(one, one.id, profile)
  expect(dropped).toEqual([])
  await changeProfile(one, one.id, { ...profile, name: '新名字' })
  expect(dropped).toEqual(['everything'])
})
