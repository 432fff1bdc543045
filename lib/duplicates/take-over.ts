import { and, eq, isNull, max, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { z } from 'zod'
import { database, type Transaction } from '#db/client'
import { duplicate } from '#db/schema/duplicates'
import { answer, entry } from '#db/schema/entries'
import { revision, revisionCoauthor } from '#db/schema/revisions'
import type { SignedIn } from '#lib/auth/viewer'
import { announceChange } from '#lib/entries/announce'
import { appendRevision } from '#lib/entries/append-revision'
import { renderText } from '#lib/entries/render-text'
import { notify } from '#lib/notifications/notify'
import { Refusal } from '#lib/refusal'
import { inOrder } from './find-pairs.ts'
import { mayProposeDuplicate } from './policy.ts'
import { takenFromSummary } from './taken-from.ts'

export const TakeOver = z.object({ entry: z.uuid(), answer: z.uuid() })
export type TakeOver = z.infer<typeof TakeOver>

/**
 * Answers a question with what stands at its duplicate: a new answer by whoever takes it over, whose first version names where it comes
 * from and credits the original's last author as co-author. Throws Refusal: forbidden, not-found, conflict (it is there already).
 */
export async function takeOver(
  viewer: SignedIn,
  { entry: entryId, answer: sourceId }: TakeOver,
): Promise<{ shortId: string }> {
  if (!mayProposeDuplicate(viewer)) throw new Refusal('forbidden', 'You may not answer here.')
  const source = await findSource(entryId, sourceId)
  if (!source) throw new Refusal('not-found', 'There is no such answer at a duplicate of this question.')
  const id = v7()
  // Its pictures lie with the note that it comes from.
  const rendered = await renderText(source.noteId, id, source.markdown)
  return database().transaction(async (tx) => {
    const { noteId, position } = await requirePlace(tx, entryId, source.markdown)
    const revisionId = v7()
    const [made] = await tx
      .insert(answer)
      .values({
        id,
        entryId,
        position,
        origin: 'person',
        authorId: viewer.id,
        headRevisionId: revisionId,
      })
      .returning({ shortId: answer.shortId })
    await appendRevision(tx, {
      id: revisionId,
      subject: { kind: 'answer', id },
      base: null,
      kind: 'edit',
      title: null,
      markdown: source.markdown,
      rendered,
      summary: takenFromSummary(source),
      authorId: viewer.id,
    })
    if (source.authorId !== viewer.id)
      await tx.insert(revisionCoauthor).values({ revisionId, personId: source.authorId })
    await announceChange(tx, {
      noteId,
      entryId,
      actorId: viewer.id,
      action: 'answer.take-over',
      objectKind: 'answer',
      objectId: id,
      detail: { from: sourceId, revisionId },
    })
    await notify(tx, {
      to: source.authorKind === 'person' ? [source.authorId] : [],
      kind: 'answer_added',
      actorId: viewer.id,
      entryId,
      answerId: id,
      detail: { takenFrom: source.shortId },
    })
    return made!
  })
}

/** The answer as it stands now, where its question is a proposed or confirmed duplicate of that one. */
async function findSource(entryId: string, answerId: string) {
  const [found] = await database()
    .select({
      shortId: answer.shortId,
      otherId: entry.id,
      noteId: entry.noteId,
      markdown: revision.markdown,
      number: revision.number,
      authorId: revision.authorId,
      authorKind: sql<'person' | 'system'>`(select kind from person where id = ${revision.authorId})`,
      title: sql<string>`(select title from revision asked where asked.id = ${entry.headRevisionId})`,
    })
    .from(answer)
    .innerJoin(revision, eq(revision.id, answer.headRevisionId))
    .innerJoin(entry, eq(entry.id, answer.entryId))
    .where(and(eq(answer.id, answerId), isNull(answer.trashedAt), isNull(entry.trashedAt)))
  if (!found || found.otherId === entryId) return undefined
  const { firstId, secondId } = inOrder(entryId, found.otherId)
  const [pair] = await database()
    .select({ state: duplicate.state })
    .from(duplicate)
    .where(and(eq(duplicate.firstId, firstId), eq(duplicate.secondId, secondId)))
  return pair && pair.state !== 'rejected' ? found : undefined
}

/** The lock puts two clicks one after the other, so that the second finds what the first did. */
async function requirePlace(tx: Transaction, entryId: string, markdown: string) {
  const [found] = await tx
    .select({ noteId: entry.noteId })
    .from(entry)
    .where(and(eq(entry.id, entryId), isNull(entry.trashedAt)))
    .for('update')
  if (!found) throw new Refusal('not-found', 'There is no such question.')
  const [same] = await tx
    .select({ id: answer.id })
    .from(answer)
    .innerJoin(revision, eq(revision.id, answer.headRevisionId))
    .where(and(eq(answer.entryId, entryId), eq(revision.markdown, markdown), isNull(answer.trashedAt)))
    .limit(1)
  if (same) throw new Refusal('conflict', 'This answer is here already.', { reason: 'taken' })
  const [last] = await tx
    .select({ position: max(answer.position) })
    .from(answer)
    .where(eq(answer.entryId, entryId))
  return { noteId: found.noteId, position: (last?.position ?? -1) + 1 }
}
