import { endSession } from '#lib/auth/end-sessions'
import { closeSession } from '#lib/auth/open-session'
import { readViewer } from '#lib/auth/session'

/** Ends the session in hand. A plain form leads here, so that the next page comes whole. */
export async function POST(): Promise<Response> {
  const viewer = await readViewer()
  if (viewer.sessionId) await endSession(viewer, viewer.sessionId)
  await closeSession()
  return new Response(null, { status: 303, headers: { Location: '/' } })
}
