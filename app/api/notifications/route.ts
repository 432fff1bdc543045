import { MarkRead, markRead } from '#lib/notifications/mark-read'
import { jsonWrite } from '../../_actions/json-handler.ts'

export const dynamic = 'force-dynamic'

/** Marks one notification as read, while its link is followed. */
export const POST = jsonWrite(MarkRead, markRead, 'draft')
