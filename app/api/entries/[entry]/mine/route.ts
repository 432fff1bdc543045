import { z } from 'zod'
import { ShortId } from '#lib/answers/input'
import { listMyVotes } from '#lib/answers/queries'
import { jsonRead } from '../../../../_actions/json-handler.ts'

export const dynamic = 'force-dynamic'

/** What a question's page shows of its reader: asked for beside the page, only by browsers that are signed in. */
export const GET = jsonRead(z.object({ entry: ShortId }), async (viewer, { entry }) => ({
  votes: await listMyVotes(viewer, entry),
}))
