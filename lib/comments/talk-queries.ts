import { eq } from 'drizzle-orm'
import { database } from '#db/client'
import { comment } from '#db/schema/comments'
import { correction } from '#db/schema/corrections'
import { answer, entry } from '#db/schema/entries'
import { revision } from '#db/schema/revisions'
import { mayRead } from '#lib/auth/policy'
import type { Viewer } from '#lib/auth/viewer'
import { entryPath } from '#lib/entries/entry'
import { Refusal } from '#lib/refusal'
import { type CommentTarget, commentAnchor } from './comment.ts'
import { requireTarget } from './find-target.ts'

/** What is talked about: its question's title, the page, the place there, and whose it is. Throws Refusal: not-found, forbidden. */
export async function findTalk(viewer: Viewer, on: CommentTarget) {
  if (!mayRead(viewer)) throw new Refusal('forbidden', 'You may not read here.')
  const { entryId, targetAuthorId } = await requireTarget(database(), on)
  const [question] = await database()
    .select({ shortId: entry.shortId, title: revision.title })
    .from(entry)
    .innerJoin(revision, eq(revision.id, entry.headRevisionId))
    .where(eq(entry.id, entryId))
  if (!question) throw new Refusal('not-found', 'There is no such question.')
  const page = on.kind === 'correction' ? `/corrections/${on.id}` : entryPath(question)
  return {
    on,
    targetAuthorId,
    title: question.title ?? '',
    path: `${page}#comments-${on.kind}-${on.id}`,
    page,
  }
}

/** The same of what a comment is about. */
export async function findTalkOf(viewer: Viewer, shortId: string) {
  const [found] = await database()
    .select({ entry: entry.shortId, answer: answer.shortId, correction: correction.shortId })
    .from(comment)
    .leftJoin(entry, eq(entry.id, comment.entryId))
    .leftJoin(answer, eq(answer.id, comment.answerId))
    .leftJoin(correction, eq(correction.id, comment.correctionId))
    .where(eq(comment.shortId, shortId))
  for (const kind of ['entry', 'answer', 'correction'] as const) {
    const id = found?.[kind]
    if (id) return findTalk(viewer, { kind, id })
  }
  throw new Refusal('not-found', 'There is no such comment.')
}

/** Where a comment stands on its page. Throws Refusal: not-found, forbidden. */
export async function findCommentPath(viewer: Viewer, shortId: string): Promise<string> {
  return `${(await findTalkOf(viewer, shortId)).page}#${commentAnchor(shortId)}`
}
