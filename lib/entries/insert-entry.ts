import { v7 } from 'uuid'
import type { Transaction } from '#db/client'
import { entry } from '#db/schema/entries'
import type { Rendered } from '#lib/rendering/rendered'
import { appendRevision } from './append-revision.ts'

export type EntryDraft = {
  noteId: string
  sectionId: string | null
  position: number
  title: string
  context: { markdown: string; rendered: Rendered }
  rawHeading?: string
  kind: 'import' | 'edit'
  authorId: string
}

/** A question with its first revision. The caller checks the policy, queues indexing, audit and page drops. */
export async function insertEntry(
  tx: Transaction,
  draft: EntryDraft,
): Promise<{ id: string; revisionId: string }> {
  const id = v7()
  const headRevisionId = v7()
  await tx.insert(entry).values({
    id,
    noteId: draft.noteId,
    sectionId: draft.sectionId,
    position: draft.position,
    rawHeading: draft.rawHeading ?? null,
    headRevisionId,
    createdBy: draft.authorId,
  })
  await appendRevision(tx, {
    id: headRevisionId,
    subject: { kind: 'entry', id },
    base: null,
    kind: draft.kind,
    title: draft.title,
    markdown: draft.context.markdown,
    rendered: draft.context.rendered,
    authorId: draft.authorId,
  })
  return { id, revisionId: headRevisionId }
}
