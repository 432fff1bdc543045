import { v7 } from 'uuid'
import { z } from 'zod'
import { database } from '#db/client'
import { together } from '#db/together'
import type { SignedIn } from '#lib/auth/viewer'
import { tellNamed } from '#lib/notifications/tell-named'
import { Refusal } from '#lib/refusal'
import { announceChange } from './announce.ts'
import { appendRevision, type Subject } from './append-revision.ts'
import { listAuthorsBetween } from './editing-queries.ts'
import { findText } from './find-text.ts'
import { forgetDraft } from './forget-draft.ts'
import { Markdown, Summary, Title } from './input.ts'
import { mergeOntoHead } from './merge-onto-head.ts'
import { findOperation, keepOperation } from './operation.ts'
import { mayEdit } from './policy.ts'
import { renderText } from './render-text.ts'

export const Revise = z.object({
  kind: z.enum(['entry', 'answer', 'section']),
  id: z.uuid(),
  /** The revision that the writer had before them. */
  baseId: z.uuid(),
  /** Made by the client, one a save: the same again is the same save. */
  operationId: z.uuid(),
  title: Title.nullish().default(null),
  markdown: Markdown,
  summary: Summary,
  minor: z.stringbool().or(z.boolean()).default(false),
})
export type Revise = z.infer<typeof Revise>

export type Saved = {
  revisionId: string
  number: number
  outcome: 'saved' | 'merged' | 'unchanged'
  /** Whose changes were merged in. */
  mergedWith?: string[]
}

const tries = 4

/**
 * Saves a text on the revision its writer saw. Where the head has moved, both changes are merged by sentence; where they touch the
 * same sentences, throws Conflict with both texts. Throws Refusal: not-found, forbidden, too-large. Nothing changed makes no revision.
 * A count of tries may go on beside the reading: nothing is rendered or written before it has ended, and what it throws is thrown.
 */
export async function revise(viewer: SignedIn, wanted: Revise, counted?: Promise<void>): Promise<Saved> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await reviseOnce(viewer, wanted, counted)
    } catch (error) {
      // Somebody saved between our reading and our writing: look again, a few times.
      if (attempt >= tries || !(error instanceof Refusal) || error.code !== 'conflict' || error.details.hunks)
        throw error
    }
  }
}

async function reviseOnce(viewer: SignedIn, wanted: Revise, counted?: Promise<void>): Promise<Saved> {
  const db = database()
  const subject: Subject = { kind: wanted.kind, id: wanted.id }
  const [earlier, head] = await Promise.all([
    findOperation(db, viewer, wanted.operationId),
    findText(db, subject),
    counted,
  ])
  if (earlier) return { revisionId: earlier.revisionId, number: earlier.number, outcome: 'saved' }
  if (!head || head.trashedAt) throw new Refusal('not-found', 'There is no such text.')
  if (!mayEdit(viewer, head)) throw new Refusal('forbidden', 'You may not edit this text.')
  const { title, markdown, merged } = await mergeOntoHead(subject, head, wanted)
  if (title === head.title && markdown === head.markdown)
    return { revisionId: head.headId, number: head.number, outcome: 'unchanged' }
  const mergedWith = merged ? await listAuthorsBetween(subject, wanted.baseId, head.number) : []
  const rendered = await renderText(head.noteId, wanted.id, markdown)
  const revisionId = v7()
  return db.transaction(async (tx) => {
    const [made] = await together(
      appendRevision(tx, {
        id: revisionId,
        subject,
        base: { id: head.headId, number: head.number },
        kind: merged ? 'merge' : 'edit',
        minor: wanted.minor,
        title,
        markdown,
        rendered,
        summary: wanted.summary,
        authorId: viewer.id,
      }),
      announceChange(tx, {
        noteId: head.noteId,
        entryId: head.entryId,
        actorId: viewer.id,
        action: `${wanted.kind}.revise`,
        objectKind: wanted.kind,
        objectId: wanted.id,
        detail: { revisionId },
      }),
      forgetDraft(tx, viewer, `${wanted.kind}:${wanted.id}`),
      keepOperation(tx, viewer, wanted.operationId, revisionId),
      ...(head.entryId
        ? [
            tellNamed(tx, {
              html: rendered.html,
              actorId: viewer.id,
              entryId: head.entryId,
              ...(wanted.kind === 'answer' ? { answerId: wanted.id } : {}),
            }),
          ]
        : []),
    )
    return { revisionId, number: made.number, outcome: merged ? 'merged' : 'saved', mergedWith }
  })
}
