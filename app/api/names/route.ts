import { z } from 'zod'
import { listPeopleToMention } from '#lib/comments/people-queries'
import { jsonRead } from '../../_actions/json-handler.ts'

export const dynamic = 'force-dynamic'

/** People whose names begin with `?begun=`, to be mentioned in a comment. */
export const GET = jsonRead(z.object({ begun: z.string().max(80) }), async (viewer, { begun }) => ({
  people: await listPeopleToMention(viewer, begun),
}))
