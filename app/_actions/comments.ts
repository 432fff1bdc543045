'use server'

import { z } from 'zod'
import { AddComment, addComment } from '#lib/comments/add-comment'
import { EditComment, editComment } from '#lib/comments/edit-comment'
import { ResolveThread, resolveThread } from '#lib/comments/resolve-thread'
import { findCommentPath } from '#lib/comments/talk-queries'
import { TrashComment, trashComment } from '#lib/comments/trash-comment'
import { Departure } from './departure.ts'
import { personAction } from './form-action.ts'

const Switch = z.enum(['true', 'false']).transform((value) => value === 'true')

/** What a comment is about stands in one field, as `answer:<short id>`. */
const On = z
  .string()
  .transform((on) => ({ kind: on.split(':')[0], id: on.split(':')[1] }))
  .pipe(AddComment.shape.on)

export const sayComment = personAction(AddComment.extend({ on: On }), async (viewer, said) => {
  const { comment } = await addComment(viewer, said)
  throw new Departure(await findCommentPath(viewer, comment))
})

export const rewordComment = personAction(EditComment, async (viewer, wanted) => {
  await editComment(viewer, wanted)
  throw new Departure(await findCommentPath(viewer, wanted.comment))
})

export const settleThread = personAction(
  ResolveThread.extend({ isResolved: Switch }),
  async (viewer, wanted) => {
    await resolveThread(viewer, wanted)
    throw new Departure(await findCommentPath(viewer, wanted.comment))
  },
)

/** Leads to where it can be taken back. */
export const removeComment = personAction(
  TrashComment.extend({ isTrashed: Switch }),
  async (viewer, wanted) => {
    await trashComment(viewer, wanted)
    throw new Departure(
      wanted.isTrashed ? `/comments/${wanted.comment}` : await findCommentPath(viewer, wanted.comment),
    )
  },
)
