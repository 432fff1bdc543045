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

/** An answer with its first revision. The caller checks the policy, queues indexing, audit and page drops. */
export async function insertAnswer(
  tx: Transaction,
  draft: AnswerDraft,
): Promise<{ id: string; revisionId: string }> {
  const made = withIds(draft)
  await write(tx, [made])
  return { id: made.id, revisionId: made.revisionId }
}

/** `insertAnswer` for many at once, in a few statements. */
export const insertAnswers = (tx: Transaction, drafts: AnswerDraft[]): Promise<void> =>
  write(tx, drafts.map(withIds))

const withIds = (draft: AnswerDraft) => ({ ...draft, id: draft.id ?? v7(), revisionId: v7() })

async function write(tx: Transaction, made: ReturnType<typeof withIds>[]): Promise<void> {
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
}
