import { countOpenProposals } from '#lib/answers/proposal-queries'
import { mayAdminister } from '#lib/auth/policy'
import { readViewer } from '#lib/auth/session'
import { isSignedIn } from '#lib/auth/viewer'
import { countOpen } from '#lib/corrections/queue-queries'
import { countUnread } from '#lib/notifications/queries'

export const dynamic = 'force-dynamic'

/** What a page for everybody shows of its reader: asked for beside the page, only by browsers that are signed in. */
export async function GET() {
  const viewer = await readViewer()
  if (!isSignedIn(viewer)) return answer({ me: null })
  const [{ decidable }, proposed, unread] = await Promise.all([
    countOpen(viewer),
    countOpenProposals(viewer),
    countUnread(viewer),
  ])
  const me = { id: viewer.id, name: viewer.name, role: viewer.role, mayAdminister: mayAdminister(viewer) }
  // What members propose as standard answers is decided beside corrections.
  const counts = { '/corrections': decidable + proposed, '/standards': proposed, '/notifications': unread }
  return answer({ me: { ...me, counts } })
}

const answer = (body: object) => Response.json(body, { headers: { 'Cache-Control': 'private, no-store' } })
