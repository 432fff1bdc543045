import 'server-only'
import { cookies } from 'next/headers'
import { beginLinking } from '#lib/auth/link-identity'
import { cookieOptions } from '#lib/auth/session-cookie'
import { linkCookie } from '#lib/auth/sign-in-request'
import type { SignedIn } from '#lib/auth/viewer'

/** After the password: leaves the browser in hand the leave to link the next identity it signs in with. */
export async function startLinking(viewer: SignedIn, password: string): Promise<void> {
  const token = await beginLinking(viewer, viewer.id, password)
  const jar = await cookies()
  jar.set(linkCookie, token, { ...cookieOptions(), maxAge: 600 })
}
