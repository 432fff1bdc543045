import { z } from 'zod'

/** What is talked about, by its short id. */
export const CommentTarget = z.object({
  kind: z.enum(['entry', 'answer', 'correction']),
  id: z.string().regex(/^[0-9a-z]{10}$/),
})
export type CommentTarget = z.infer<typeof CommentTarget>

export const CommentId = z.string().regex(/^[0-9a-z]{10}$/)

/** Where a comment stands on its page. */
export const commentAnchor = (shortId: string): string => `c-${shortId}`

/** UTF-8 bytes. */
const longest = 5 * 1024
export const isShortEnough = (markdown: string): boolean => Buffer.byteLength(markdown) <= longest

/** Markdown with line feeds, no NUL, from a sign to 5 KB. */
export const CommentText = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').replaceAll('\u0000', '').toWellFormed().trim())
  .refine((text) => text !== '' && isShortEnough(text))
