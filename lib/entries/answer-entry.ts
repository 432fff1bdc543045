import { and, eq, isNull, max } from 'drizzle-orm'
import { v7 } from 'uuid'
import { z } from 'zod'
import { database, type Transaction } from '#db/client'
import { answer, entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import type { SignedIn } from '#lib/auth/viewer'
import { tellNamed } from '#lib/notifications/tell-named'
import { Refusal } from '#lib/refusal'
import type { Rendered } from '#lib/rendering/rendered'
import { announceChange } from './announce.ts'
import { findText } from './find-text.ts'
import { forgetDraft } from './forget-draft.ts'
import { Markdown } from './input.ts'
import { insertAnswer } from './insert-answer.ts'
import { findOperation, keepOperation } from './operation.ts'
import { mayAnswer } from './policy.ts'
import { renderText } from './render-text.ts'

export const AnswerEntry = z.object({
  entry: z.uuid(),
  /** Made by the client, one an answer: the same again is the same answer. */
  operationId: z.uuid(),
  markdown: Markdown,
})
export type AnswerEntry = z.infer<typeof AnswerEntry>

/** Adds an answer below those that are there. Throws Refusal: forbidden, not-found, invalid where it says nothing. */
export async function answerEntry(
  viewer: SignedIn,
  { entry: entryId, operationId, markdown }: AnswerEntry,
): Promise<{ shortId: string }> {
  if (!mayAnswer(viewer)) throw new Refusal('forbidden', 'You may not answer here.')
  if (markdown.trim() === '') throw new Refusal('invalid', 'An answer says something.', { field: 'markdown' })
  const question = await findText(database(), { kind: 'entry', id: entryId })
  if (!question) throw noQuestion()
  const id = v7()
  const rendered = await renderText(question.noteId, id, markdown)
  return database().transaction(async (tx) => {
    const noteId = await lockEntry(tx, entryId)
    const earlier = await findOperation(tx, viewer, operationId)
    if (!earlier) await write(tx, viewer, { id, entryId, noteId, operationId, text: { markdown, rendered } })
    const [made] = await tx
      .select({ shortId: answer.shortId })
      .from(answer)
      .where(eq(answer.id, earlier?.answerId ?? id))
    return { shortId: made?.shortId ?? '' }
  })
}

const noQuestion = () => new Refusal('not-found', 'There is no such question.')

/** The lock puts two answers given at once one after the other. */
async function lockEntry(tx: Transaction, entryId: string): Promise<string> {
  const [found] = await tx
    .select({ noteId: entry.noteId })
    .from(entry)
    .innerJoin(note, eq(note.id, entry.noteId))
    .where(and(eq(entry.id, entryId), isNull(entry.trashedAt), isNull(note.trashedAt)))
    .for('update', { of: entry })
  if (!found) throw noQuestion()
  return found.noteId
}

type Given = {
  id: string
  entryId: string
  noteId: string
  operationId: string
  text: { markdown: string; rendered: Rendered }
}

async function write(tx: Transaction, viewer: SignedIn, { id, entryId, noteId, operationId, text }: Given) {
  const [last] = await tx
    .select({ position: max(answer.position) })
    .from(answer)
    .where(eq(answer.entryId, entryId))
  const { revisionId } = await insertAnswer(tx, {
    id,
    entryId,
    position: (last?.position ?? 0) + 1,
    origin: 'person',
    authorId: viewer.id,
    ...text,
  })
  await keepOperation(tx, viewer, operationId, revisionId)
  await forgetDraft(tx, viewer, `new-answer:${entryId}`)
  await announceChange(tx, {
    noteId,
    entryId,
    actorId: viewer.id,
    action: 'answer.add',
    objectKind: 'answer',
    objectId: id,
    detail: { revisionId },
  })
  await tellNamed(tx, { html: text.rendered.html, actorId: viewer.id, entryId, answerId: id })
}
