import { mayAdminister } from '#lib/auth/policy'
import { isSignedIn, readViewer } from '#lib/auth/session'

export const dynamic = 'force-dynamic'

/** What a page for everybody shows of its reader: asked for beside the page, only by browsers that are signed in. */
export async function GET() {
  const viewer = await readViewer()
  const me = isSignedIn(viewer)
    ? { id: viewer.id, name: viewer.name, role: viewer.role, mayAdminister: mayAdminister(viewer) }
    : null
  return Response.json({ me }, { headers: { 'Cache-Control': 'private, no-store' } })
}
