import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { database } from '#db/client'
import { comment, commentText } from '#db/schema/comments'
import { person } from '#db/schema/people'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'
import { mayComment, mayEditComment } from './policy.ts'

/** Whose comments are wanted, by their ids. */
type On = { entryIds?: string[]; answerIds?: string[]; correctionIds?: string[] }

/** The threads about some texts, by the id of what each is about; the oldest first, without what is in the trash. */
export async function listThreads(on: On): Promise<Map<string, Thread[]>> {
  const rows = await listComments(on)
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

/** Comments with their newest wording. A thread keeps its beginning, without words, when that is in the trash. */
function listComments({ entryIds = [], answerIds = [], correctionIds = [] }: On) {
  const resolver = alias(person, 'resolver')
  const isTrashed = sql<boolean>`${comment.trashedAt} is not null`
  return database()
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
    .where(
      and(
        or(
          inArray(comment.entryId, entryIds),
          inArray(comment.answerId, answerIds),
          inArray(comment.correctionId, correctionIds),
        ),
        or(isNull(comment.trashedAt), isNull(comment.parentId)),
      ),
    )
    .orderBy(asc(comment.createdAt), asc(comment.id))
}

/** The source of a comment's newest wording, for its author. Throws Refusal: not-found, forbidden. */
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
  return { markdown: found.markdown }
}

const mostNames = 8

/** Names to mention that begin with this, then those with a word that does. Members only, and nothing but names. */
export async function listNamesToMention(viewer: SignedIn, begun: string): Promise<string[]> {
  if (!mayComment(viewer)) throw new Refusal('forbidden', 'You may not comment here.')
  const name = begun.normalize('NFC').toLowerCase().replaceAll('\u0000', '')
  const low = sql`lower(${person.name})`
  const rows = await database()
    .selectDistinct({ name: person.name, later: sql<boolean>`not starts_with(${low}, ${name})` })
    .from(person)
    .where(
      and(
        eq(person.kind, 'person'),
        isNull(person.suspendedAt),
        sql`(starts_with(${low}, ${name}) or strpos(${low}, ' ' || ${name}) > 0)`,
      ),
    )
    .orderBy(sql`2`, asc(person.name))
    .limit(mostNames)
  return rows.map((row) => row.name)
}
