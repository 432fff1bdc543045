import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Transaction } from '#db/client'
import { answer, entry } from '#db/schema/entries'
import { section } from '#db/schema/notes'
import { revision, type revisionKinds, revisionLink } from '#db/schema/revisions'
import { Refusal } from '#lib/refusal'
import type { Rendered } from '#lib/rendering/rendered'

export type Subject = { kind: 'entry' | 'answer' | 'section'; id: string }

export type RevisionDraft = {
  subject: Subject
  /** The head its author saw, with its number; null for the first revision of a text. */
  base: { id: string; number: number } | null
  kind: (typeof revisionKinds)[number]
  minor?: boolean
  /** Entries and sections have one, answers do not. */
  title: string | null
  markdown: string
  rendered: Rendered
  summary?: string
  authorId: string
  /** The key under which the text's row already names it as its head; made here when absent. */
  id?: string
}

const tableOf = { entry, answer, section }

/**
 * The one way in for every text: writes an immutable revision and moves the head, only where the head still is its base.
 * Throws Refusal `conflict` when the head has moved. The caller queues indexing, audit and page drops in the same transaction.
 */
export async function appendRevision(
  tx: Transaction,
  draft: RevisionDraft,
): Promise<{ id: string; number: number }> {
  const revisionId = draft.id ?? v7()
  const number = (draft.base?.number ?? 0) + 1
  if (draft.base) await moveHead(tx, draft.subject, draft.base.id, revisionId)
  await tx.insert(revision).values({
    id: revisionId,
    [`${draft.subject.kind}Id`]: draft.subject.id,
    number,
    baseId: draft.base?.id ?? null,
    kind: draft.kind,
    minor: draft.minor ?? false,
    title: draft.title,
    markdown: draft.markdown,
    html: draft.rendered.html,
    toc: draft.rendered.toc,
    rendererVersion: draft.rendered.rendererVersion,
    substance: draft.rendered.substance,
    sha256: hashOf(draft.title, draft.markdown),
    summary: draft.summary ?? '',
    authorId: draft.authorId,
  })
  await writeLinks(tx, revisionId, draft.rendered)
  return { id: revisionId, number }
}

async function moveHead(tx: Transaction, subject: Subject, from: string, to: string): Promise<void> {
  const table = tableOf[subject.kind]
  const moved = await tx
    .update(table)
    .set({ headRevisionId: to })
    .where(and(eq(table.id, subject.id), eq(table.headRevisionId, from)))
    .returning({ id: table.id })
  if (moved.length === 0) throw new Refusal('conflict', 'This text has changed since you opened it.')
}

async function writeLinks(tx: Transaction, revisionId: string, { links }: Rendered): Promise<void> {
  if (links.length === 0) return
  await tx.insert(revisionLink).values(links.map((link, ordinal) => ({ revisionId, ordinal, ...link })))
}

/** SHA-256 over the UTF-8 bytes of title, blank line and Markdown; the database checks the same sum. */
function hashOf(title: string | null, markdown: string): Buffer {
  return createHash('sha256')
    .update(title === null ? markdown : `${title}\n\n${markdown}`)
    .digest()
}

/** Marks an entry as changed: its version grows and it moves up in "recently changed". */
export async function touchEntry(tx: Transaction, entryId: string): Promise<void> {
  await tx
    .update(entry)
    .set({ version: sql`${entry.version} + 1`, changedAt: sql`now()` })
    .where(eq(entry.id, entryId))
}
