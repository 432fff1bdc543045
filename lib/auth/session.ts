import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { sessionCookieName } from './session-cookie.ts'
import type { Viewer } from './viewer.ts'
import { viewerOfToken } from './viewer-of-token.ts'

/** Who is asking, read from the database once a request. Any error means guest. */
export const readViewer = cache(
  async (): Promise<Viewer> => viewerOfToken((await cookies()).get(sessionCookieName())?.value),
)
