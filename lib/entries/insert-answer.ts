import { v7 } from 'uuid'
import type { Transaction } from '#db/client'
import { answer } from '#db/schema/entries'
import type { Rendered } from '#lib/rendering/rendered'
import { appendRevision } from './append-revision.ts'

export type AnswerDraft = {
  entryId: string
  position: number
  origin: 'import' | 'person'
  markdown: string
  rendered: Rendered
  authorId: string
}

/** An answer with its first revision. The caller checks the policy, queues indexing, audit and page drops. */
export async function insertAnswer(
  tx: Transaction,
  draft: AnswerDraft,
): Promise<{ id: string; revisionId: string }> {
  const id = v7()
  const headRevisionId = v7()
  await tx.insert(answer).values({
    id,
    entryId: draft.entryId,
    position: draft.position,
    origin: draft.origin,
    authorId: draft.authorId,
    headRevisionId,
  })
  await appendRevision(tx, {
    id: headRevisionId,
    subject: { kind: 'answer', id },
    base: null,
    kind: draft.origin === 'import' ? 'import' : 'edit',
    title: null,
    markdown: draft.markdown,
    rendered: draft.rendered,
    authorId: draft.authorId,
  })
  return { id, revisionId: headRevisionId }
}
