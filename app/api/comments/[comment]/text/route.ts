import { z } from 'zod'
import { CommentId } from '#lib/comments/comment'
import { EditComment, editComment } from '#lib/comments/edit-comment'
import { findCommentSource } from '#lib/comments/queries'
import { jsonRead, jsonWrite } from '../../../../_actions/json-handler.ts'

export const dynamic = 'force-dynamic'

/** The Markdown of a comment, for its author to edit: the page holds only what it was made into. */
export const GET = jsonRead(z.object({ comment: CommentId }), (viewer, { comment }) =>
  findCommentSource(viewer, comment),
)

export const PUT = jsonWrite(EditComment, editComment)
