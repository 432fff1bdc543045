import { ResponseCookies } from 'next/dist/compiled/@edge-runtime/cookies'
import { expect, test, vi } from 'vitest'
import { testDatabase } from '#lib/testing/database'
import { signedIn } from '#lib/testing/people'
import { closeSession, openSession } from './open-session.ts'

const answer = vi.hoisted(() => {
  process.env.PUBLIC_URL = 'https://wiki.example'
  return new Headers()
})
vi.mock('next/headers', () => ({ cookies: async () => new ResponseCookies(answer) }))

testDatabase()
const bound = /^__Host-(?:errata-session|signed-in|known-device)=/

test('over https the cookies of a session are bound to the host, and go as they came', async () => {
  const { id: personId, sessionId } = await signedIn('member')

  await openSession({ personId, sessionId })
  const given = answer.getSetCookie().filter((cookie) => bound.test(cookie))
  expect(given).toHaveLength(3)
  for (const cookie of given)
    expect(cookie).toMatch(/(?=.*; Path=\/(?:;|$))(?=.*; Secure)(?=.*; SameSite=lax)/i)

  await closeSession()
  const taken = answer.getSetCookie().filter((cookie) => /Expires=Thu, 01 Jan 1970/.test(cookie))
  expect(taken.map((cookie) => cookie.split('=')[0])).toEqual(['__Host-errata-session', '__Host-signed-in'])
  for (const cookie of taken) expect(cookie).toMatch(/; Secure/i)
})
