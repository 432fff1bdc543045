import { and, asc, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '#db/client'
import { comment, commentText } from '#db/schema/comments'
import { person } from '#db/schema/people'
import { mayRead } from '#lib/auth/policy'
import type { SignedIn, Viewer } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { asTyped, withPresentNames } from './mentions.ts'
import { mayEditComment } from './policy.ts'

/** Whose comments are wanted, by their ids. */
type On = { entryIds?: string[]; answerIds?: string[]; correctionIds?: string[] }

/** The threads about some texts, by the id of what each is about; the oldest first, without what is in the trash. */
export async function listThreads({
  entryIds = [],
  answerIds = [],
  correctionIds = [],
}: On): Promise<Map<string, Thread[]>> {
  const isOn = or(
    inArray(comment.entryId, entryIds),
    inArray(comment.answerId, answerIds),
    inArray(comment.correctionId, correctionIds),
  )
  const rows = await listComments(and(isOn, or(isNull(comment.trashedAt), isNull(comment.parentId))))
  const threads = rows
    .filter(({ parentId }) => parentId === null)
    .map((root) => ({ ...root, replies: rows.filter(({ parentId }) => parentId === root.id) }))
  const byText = new Map<string, Thread[]>()
  for (const thread of threads) {
    if (thread.isTrashed && thread.replies.length === 0) continue
    byText.set(thread.about, [...(byText.get(thread.about) ?? []), thread])
  }
  return byText
}

export type Comment = Awaited<ReturnType<typeof listComments>>[number]
export type Thread = Comment & { replies: Comment[] }

/** One comment; without words while it is in the trash. None for whoever may not read. */
export async function findComment(viewer: Viewer, shortId: string): Promise<Comment | undefined> {
  return mayRead(viewer) ? (await listComments(eq(comment.shortId, shortId)))[0] : undefined
}

/** Comments with their newest wording. A thread keeps its beginning, without words, when that is in the trash. */
async function listComments(where: SQL | undefined) {
  const resolver = alias(person, 'resolver')
  const isTrashed = sql<boolean>`${comment.trashedAt} is not null`
  const rows = await database()
    .select({
      id: comment.id,
      shortId: comment.shortId,
      about: sql<string>`coalesce(${comment.entryId}, ${comment.answerId}, ${comment.correctionId})`,
      parentId: comment.parentId,
      passage: comment.passage,
      html: sql<string>`case when ${isTrashed} then '' else ${commentText.html} end`,
      isEdited: sql<boolean>`${commentText.number} > 1`,
      isTrashed,
      authorId: comment.authorId,
      author: person.name,
      at: comment.createdAt,
      resolvedBy: resolver.name,
    })
    .from(comment)
    .innerJoin(person, eq(person.id, comment.authorId))
    .leftJoin(resolver, eq(resolver.id, comment.resolvedBy))
    .innerJoin(
      commentText,
      and(
        eq(commentText.commentId, comment.id),
        sql`${commentText.number} = (select max(newest.number) from comment_text newest where newest.comment_id = ${comment.id})`,
      ),
    )
    .where(where)
    .orderBy(asc(comment.createdAt), asc(comment.id))
  return withPresentNames(database(), rows)
}

/** A comment's newest wording as its author would type it. Throws Refusal: not-found, forbidden. */
export async function findCommentSource(viewer: SignedIn, shortId: string): Promise<{ markdown: string }> {
  const [found] = await database()
    .select({ authorId: comment.authorId, markdown: commentText.markdown })
    .from(comment)
    .innerJoin(commentText, eq(commentText.commentId, comment.id))
    .where(and(eq(comment.shortId, shortId), isNull(comment.trashedAt)))
    .orderBy(desc(commentText.number))
    .limit(1)
  if (!found) throw new Refusal('not-found', 'There is no such comment.')
  if (!mayEditComment(viewer, found)) throw new Refusal('forbidden', 'You may not edit this comment.')
  return { markdown: await asTyped(database(), found.markdown) }
}
