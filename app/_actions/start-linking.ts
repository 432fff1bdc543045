import 'server-only'
import { cookies } from 'next/headers'
import { beginLinking } from '#lib/auth/link-identity'
import { cookieOptions, linkCookieName } from '#lib/auth/session-cookie'
import type { SignedIn } from '#lib/auth/viewer'

/** After the password: leaves the browser in hand the leave to link the next identity it signs in with. */
export async function startLinking(viewer: SignedIn, password: string): Promise<void> {
  const token = await beginLinking(viewer, viewer.id, password)
  const jar = await cookies()
  jar.set(linkCookieName(), token, { ...cookieOptions(), maxAge: 600 })
}
