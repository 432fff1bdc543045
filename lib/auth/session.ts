import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import { Refusal } from '#lib/refusal'
import { findViewer } from './find-viewer.ts'
import { authSecret } from './secret.ts'
import { sessionCookieName } from './session-cookie.ts'
import { guest, type SignedIn, type Viewer } from './viewer.ts'

/** Who is asking, read from the database once a request. Any error means guest. */
export const readViewer = cache(
  async (): Promise<Viewer> => viewerOfToken((await cookies()).get(sessionCookieName())?.value),
)

/** The same for a bare Cookie header, where there is no Next request. */
export function viewerOfCookies(header: string | undefined): Promise<Viewer> {
  const prefix = `${sessionCookieName()}=`
  const pair = header?.split('; ').find((each) => each.startsWith(prefix))
  return viewerOfToken(pair?.slice(prefix.length))
}

/** The signed-in viewer; guests go to sign in and come back to `returnTo`. */
export async function requireSignedIn(returnTo: string): Promise<SignedIn> {
  const viewer = await readViewer()
  if (isSignedIn(viewer)) return viewer
  redirect(`/sign-in?next=${encodeURIComponent(returnTo)}`)
}

/** For verbs that need somebody: throws Refusal `forbidden` for a guest. */
export function requireViewer(viewer: Viewer): SignedIn {
  if (!isSignedIn(viewer)) throw new Refusal('forbidden', 'Sign in first.')
  return viewer
}

export function isSignedIn(viewer: Viewer): viewer is SignedIn {
  return viewer.id !== null && viewer.role !== 'guest'
}

async function viewerOfToken(token: string | undefined): Promise<Viewer> {
  if (!token) return guest
  try {
    const claims = await decode({ token, secret: authSecret() })
    return await findViewer(typeof claims?.sid === 'string' ? claims.sid : undefined)
  } catch {
    return guest
  }
}
