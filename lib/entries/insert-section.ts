import { v7 } from 'uuid'
import type { Transaction } from '#db/client'
import { section } from '#db/schema/notes'
import type { Rendered } from '#lib/rendering/rendered'
import { appendRevisions } from './append-revision.ts'

export type SectionDraft = {
  /** Made by the caller where another draft names it as its parent, else here. */
  id?: string
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

// Far below the 65,534 parameters of one statement.
const batch = 2_000

/** A section with its first revision. The caller checks the policy, queues indexing, audit and page drops. */
export async function insertSection(
  tx: Transaction,
  draft: SectionDraft,
): Promise<{ id: string; revisionId: string }> {
  const made = withIds(draft)
  await write(tx, [made])
  return { id: made.id, revisionId: made.revisionId }
}

/** `insertSection` for many at once, in a few statements. */
export const insertSections = (tx: Transaction, drafts: SectionDraft[]): Promise<void> =>
  write(tx, drafts.map(withIds))

const withIds = (draft: SectionDraft) => ({ ...draft, id: draft.id ?? v7(), revisionId: v7() })

async function write(tx: Transaction, made: ReturnType<typeof withIds>[]): Promise<void> {
  const rows = made.map(({ id, revisionId, noteId, parentId, position, level, rawHeading }) => ({
    id,
    noteId,
    parentId,
    position,
    level,
    rawHeading: rawHeading ?? null,
    headRevisionId: revisionId,
  }))
  for (let from = 0; from < rows.length; from += batch)
    await tx.insert(section).values(rows.slice(from, from + batch))
  await appendRevisions(
    tx,
    made.map(({ id, revisionId, kind, title, text, authorId }) => ({
      id: revisionId,
      subject: { kind: 'section', id },
      base: null,
      kind,
      title,
      ...text,
      authorId,
    })),
  )
}
