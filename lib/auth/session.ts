import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { Refusal } from '#lib/refusal'
import { sessionCookieName } from './session-cookie.ts'
import type { SignedIn, Viewer } from './viewer.ts'
import { viewerOfToken } from './viewer-of-token.ts'

/** Who is asking, read from the database once a request. Any error means guest. */
export const readViewer = cache(
  async (): Promise<Viewer> => viewerOfToken((await cookies()).get(sessionCookieName())?.value),
)

/** For verbs that need somebody: throws Refusal `forbidden` for a guest. */
export function requireViewer(viewer: Viewer): SignedIn {
  if (!isSignedIn(viewer)) throw new Refusal('forbidden', 'Sign in first.')
  return viewer
}

export function isSignedIn(viewer: Viewer): viewer is SignedIn {
  return viewer.id !== null && viewer.role !== 'guest'
}
