import { v7 } from 'uuid'
import type { Transaction } from '#db/client'
import { answer } from '#db/schema/entries'
import type { Rendered } from '#lib/rendering/rendered'
import { appendRevisions } from './append-revision.ts'

export type AnswerDraft = {
  /** Made here when absent. */
  id?: string
  entryId: string
  position: number
  origin: 'import' | 'person'
  markdown: string
  rendered: Rendered
  authorId: string
}

// Far below the 65,534 parameters of one statement.
const batch = 2_000

/** Answers with their first revisions. The caller checks the policy, queues indexing, audit and page drops. */
export async function insertAnswers(
  tx: Transaction,
  drafts: AnswerDraft[],
): Promise<{ id: string; revisionId: string }[]> {
  const made = drafts.map((draft) => ({ ...draft, id: draft.id ?? v7(), revisionId: v7() }))
  const rows = made.map(({ id, revisionId, entryId, position, origin, authorId }) => ({
    id,
    entryId,
    position,
    origin,
    authorId,
    headRevisionId: revisionId,
  }))
  for (let from = 0; from < rows.length; from += batch)
    await tx.insert(answer).values(rows.slice(from, from + batch))
  await appendRevisions(
    tx,
    made.map(({ id, revisionId, origin, markdown, rendered, authorId }) => ({
      id: revisionId,
      subject: { kind: 'answer', id },
      base: null,
      kind: origin === 'import' ? 'import' : 'edit',
      title: null,
      markdown,
      rendered,
      authorId,
    })),
  )
  return made.map(({ id, revisionId }) => ({ id, revisionId }))
}
