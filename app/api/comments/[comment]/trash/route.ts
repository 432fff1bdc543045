import { TrashComment, trashComment } from '#lib/comments/trash-comment'
import { jsonWrite } from '../../../../_actions/json-handler.ts'

export const dynamic = 'force-dynamic'

export const PUT = jsonWrite(TrashComment, trashComment)
