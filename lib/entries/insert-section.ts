import { v7 } from 'uuid'
import type { Transaction } from '#db/client'
import { section } from '#db/schema/notes'
import type { Rendered } from '#lib/rendering/rendered'
import { appendRevision } from './append-revision.ts'

export type SectionDraft = {
  noteId: string
  parentId: string | null
  position: number
  /** Heading depth, 1 to 6. */
  level: number
  title: string
  text: { markdown: string; rendered: Rendered }
  rawHeading?: string
  kind: 'import' | 'edit'
  authorId: string
}

/** A section with its first revision. The caller checks the policy and writes audit and page drops. */
export async function insertSection(
  tx: Transaction,
  draft: SectionDraft,
): Promise<{ id: string; revisionId: string }> {
  const id = v7()
  const headRevisionId = v7()
  await tx.insert(section).values({
    id,
    noteId: draft.noteId,
    parentId: draft.parentId,
    position: draft.position,
    level: draft.level,
    rawHeading: draft.rawHeading ?? null,
    headRevisionId,
  })
  await appendRevision(tx, {
    id: headRevisionId,
    subject: { kind: 'section', id },
    base: null,
    kind: draft.kind,
    title: draft.title,
    markdown: draft.text.markdown,
    rendered: draft.text.rendered,
    authorId: draft.authorId,
  })
  return { id, revisionId: headRevisionId }
}
