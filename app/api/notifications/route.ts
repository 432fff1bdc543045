import { MarkRead, markRead } from '#lib/notifications/mark-read'
import { jsonDoor } from '../json-door.ts'

export const dynamic = 'force-dynamic'

/** Marks one notification as read, while its link is followed. */
export const POST = jsonDoor(MarkRead, 'draft', async (viewer, wanted) => {
  await markRead(viewer, wanted)
  return {}
})
