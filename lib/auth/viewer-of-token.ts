import { LRUCache } from 'lru-cache'
import { decode } from 'next-auth/jwt'
import { findViewer } from './find-viewer.ts'
import { authSecret } from './secret.ts'
import { sessionCookieName } from './session-cookie.ts'
import { guest, type Viewer } from './viewer.ts'

/** Who a session token stands for right now. Any error means guest. */
export async function viewerOfToken(token: string | undefined): Promise<Viewer> {
  if (!token) return guest
  try {
    return await findViewer(await sessionOf(token))
  } catch {
    return guest
  }
}

// Opening a token takes longer than asking for its session, and what it says never changes: only until when it counts.
const sessions = new LRUCache<string, string>({ max: 5_000, ttl: 60_000 })

async function sessionOf(token: string): Promise<string | undefined> {
  const known = sessions.get(token)
  if (known) return known
  const claims = await decode({ token, secret: authSecret() })
  if (typeof claims?.sid !== 'string') return undefined
  sessions.set(token, claims.sid)
  return claims.sid
}

/** The same for a bare Cookie header, where there is no Next request. */
export function viewerOfCookies(header: string | null | undefined): Promise<Viewer> {
  const prefix = `${sessionCookieName()}=`
  const pair = header?.split('; ').find((each) => each.startsWith(prefix))
  return viewerOfToken(pair?.slice(prefix.length))
}
