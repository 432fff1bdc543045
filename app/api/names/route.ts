import { z } from 'zod'
import { listNamesToMention } from '#lib/comments/queries'
import { jsonRead } from '../../_actions/json-handler.ts'

export const dynamic = 'force-dynamic'

/** Names that begin with `?begun=`, to be mentioned in a comment. */
export const GET = jsonRead(z.object({ begun: z.string().max(80) }), async (viewer, { begun }) => ({
  names: await listNamesToMention(viewer, begun),
}))
