import 'server-only'
import { cookies } from 'next/headers'
import { encode } from 'next-auth/jwt'
import { knownDeviceMark } from './known-device.ts'
import { findPreferences, preferenceCookies } from './preferences.ts'
import { authSecret } from './secret.ts'
import {
  cookieOptions,
  knownDeviceCookieName,
  presenceCookieName,
  sessionCookieName,
} from './session-cookie.ts'

const month = 30 * 24 * 3_600

/** Gives the browser in hand a session: next-auth's token with its id, the two cookies that go with it, and what its owner prefers. */
export async function openSession({
  personId,
  sessionId,
}: {
  personId: string
  sessionId: string
}): Promise<void> {
  const jar = await cookies()
  const token = await encode({ token: { sid: sessionId }, secret: authSecret(), maxAge: month })
  jar.set(sessionCookieName(), token, { ...cookieOptions(), maxAge: month })
  jar.set(presenceCookieName(), '1', { ...cookieOptions(), httpOnly: false, maxAge: month })
  jar.set(knownDeviceCookieName(), knownDeviceMark(personId), { ...cookieOptions(), maxAge: 12 * month })
  for (const { name, value, options } of preferenceCookies(await findPreferences(personId)))
    if (value) jar.set(name, value, { ...options, maxAge: 12 * month })
}

/** Has the browser in hand show pages as its owner now prefers, from the next page on. */
export async function showPreferences(personId: string): Promise<void> {
  const jar = await cookies()
  for (const { name, value, options } of preferenceCookies(await findPreferences(personId))) {
    if (value) jar.set(name, value, { ...options, maxAge: 12 * month })
    else jar.delete(name)
  }
}

/** Takes the session away from the browser in hand. */
export async function closeSession(): Promise<void> {
  const jar = await cookies()
  // Browsers take `__Host-` cookies away only as they were set.
  jar.delete({ name: sessionCookieName(), ...cookieOptions() })
  jar.delete({ name: presenceCookieName(), ...cookieOptions() })
}
