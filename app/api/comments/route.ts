import { AddComment, addComment } from '#lib/comments/add-comment'
import { jsonWrite } from '../../_actions/json-handler.ts'

export const dynamic = 'force-dynamic'

export const POST = jsonWrite(AddComment, addComment)
