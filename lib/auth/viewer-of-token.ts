import { decode } from 'next-auth/jwt'
import { findViewer } from './find-viewer.ts'
import { authSecret } from './secret.ts'
import { sessionCookieName } from './session-cookie.ts'
import { guest, type Viewer } from './viewer.ts'

/** Who a session token stands for right now. Any error means guest. */
export async function viewerOfToken(token: string | undefined): Promise<Viewer> {
  if (!token) return guest
  try {
    const claims = await decode({ token, secret: authSecret() })
    return await findViewer(typeof claims?.sid === 'string' ? claims.sid : undefined)
  } catch {
    return guest
  }
}

/** The same for a bare Cookie header, where there is no Next request. */
export function viewerOfCookies(header: string | null | undefined): Promise<Viewer> {
  const prefix = `${sessionCookieName()}=`
  const pair = header?.split('; ').find((each) => each.startsWith(prefix))
  return viewerOfToken(pair?.slice(prefix.length))
}
