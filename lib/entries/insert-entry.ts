import { v7 } from 'uuid'
import type { Transaction } from '#db/client'
import { entry } from '#db/schema/entries'
import type { Rendered } from '#lib/rendering/rendered'
import { appendRevisions } from './append-revision.ts'

export type EntryDraft = {
  /** Made here when absent. */
  id?: string
  noteId: string
  sectionId: string | null
  position: number
  title: string
  context: { markdown: string; rendered: Rendered }
  rawHeading?: string
  kind: 'import' | 'edit'
  authorId: string
}

// Far below the 65,534 parameters of one statement.
const batch = 2_000

/** A question with its first revision. The caller checks the policy, queues indexing, audit and page drops. */
export async function insertEntry(
  tx: Transaction,
  draft: EntryDraft,
): Promise<{ id: string; revisionId: string }> {
  const made = withIds(draft)
  await write(tx, [made])
  return { id: made.id, revisionId: made.revisionId }
}

/** `insertEntry` for many at once, in a few statements. */
export const insertEntries = (tx: Transaction, drafts: EntryDraft[]): Promise<void> =>
  write(tx, drafts.map(withIds))

const withIds = (draft: EntryDraft) => ({ ...draft, id: draft.id ?? v7(), revisionId: v7() })

async function write(tx: Transaction, made: ReturnType<typeof withIds>[]): Promise<void> {
  const rows = made.map(({ id, revisionId, noteId, sectionId, position, rawHeading, authorId }) => ({
    id,
    noteId,
    sectionId,
    position,
    rawHeading: rawHeading ?? null,
    headRevisionId: revisionId,
    createdBy: authorId,
  }))
  for (let from = 0; from < rows.length; from += batch)
    await tx.insert(entry).values(rows.slice(from, from + batch))
  await appendRevisions(
    tx,
    made.map(({ id, revisionId, kind, title, context, authorId }) => ({
      id: revisionId,
      subject: { kind: 'entry', id },
      base: null,
      kind,
      title,
      ...context,
      authorId,
    })),
  )
}
