import { createHash } from 'node:crypto'
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Transaction } from '#db/client'
import { answer, entry } from '#db/schema/entries'
import { section } from '#db/schema/notes'
import { revision, revisionCoauthor, type revisionKinds, revisionLink } from '#db/schema/revisions'
import { together } from '#db/together'
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
  /** Who else it is credited to; the author among them does no harm. */
  coauthorIds?: string[]
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
  const row = rowOf(draft)
  await write(tx, [{ draft, row }])
  return { id: row.id, number: row.number }
}

// Far below the 65,534 parameters of one statement.
const batch = 500

/** `appendRevision` for many texts at once, in a few statements; at most one draft a text. */
export async function appendRevisions(tx: Transaction, drafts: RevisionDraft[]): Promise<void> {
  await write(
    tx,
    drafts.map((draft) => ({ draft, row: rowOf(draft) })),
  )
}

async function write(
  tx: Transaction,
  revisions: { draft: RevisionDraft; row: ReturnType<typeof rowOf> }[],
): Promise<void> {
  const links = revisions.flatMap(({ draft, row }) =>
    draft.rendered.links.map((link, ordinal) => ({ revisionId: row.id, ordinal, ...link })),
  )
  const coauthors = revisions.flatMap(({ draft, row }) =>
    [...new Set(draft.coauthorIds)]
      .filter((id) => id !== draft.authorId)
      .map((personId) => ({ revisionId: row.id, personId })),
  )
  await together(
    ...revisions.flatMap(({ draft, row }) =>
      draft.base ? [moveHead(tx, draft.subject, draft.base.id, row.id)] : [],
    ),
    ...inBatches(revisions, (some) => tx.insert(revision).values(some.map(({ row }) => row))),
    ...inBatches(links, (some) => tx.insert(revisionLink).values(some)),
    ...inBatches(coauthors, (some) => tx.insert(revisionCoauthor).values(some)),
  )
}

const inBatches = <Row, Statement>(rows: Row[], statement: (some: Row[]) => Statement): Statement[] =>
  Array.from({ length: Math.ceil(rows.length / batch) }, (_, at) =>
    statement(rows.slice(at * batch, (at + 1) * batch)),
  )

const rowOf = (draft: RevisionDraft) => ({
  id: draft.id ?? v7(),
  [`${draft.subject.kind}Id`]: draft.subject.id,
  number: (draft.base?.number ?? 0) + 1,
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

async function moveHead(tx: Transaction, subject: Subject, from: string, to: string): Promise<void> {
  const table = tableOf[subject.kind]
  const moved = await tx
    .update(table)
    .set({ headRevisionId: to })
    .where(and(eq(table.id, subject.id), eq(table.headRevisionId, from)))
    .returning({ id: table.id })
  if (moved.length === 0) throw new Refusal('conflict', 'This text has changed since you opened it.')
}

/** SHA-256 over the UTF-8 bytes of title, blank line and Markdown; the database checks the same sum. */
function hashOf(title: string | null, markdown: string): Buffer {
  return createHash('sha256')
    .update(title === null ? markdown : `${title}\n\n${markdown}`)
    .digest()
}

/** Marks entries as changed: their versions grow and they move up in "recently changed". */
export async function touchEntries(tx: Transaction, entryIds: string[]): Promise<void> {
  await update(tx, entryIds, { ...grown, changedAt: sql`now()` })
}

/** Marks entries as changed by what stands around them: they stay where they are in "recently changed". */
export async function growVersions(tx: Transaction, entryIds: string[]): Promise<void> {
  await update(tx, entryIds, grown)
}

const grown = { version: sql`${entry.version} + 1` }

async function update(tx: Transaction, ids: string[], set: { version: SQL; changedAt?: SQL }): Promise<void> {
  for (let from = 0; from < ids.length; from += batch)
    await tx
      .update(entry)
      .set(set)
      .where(inArray(entry.id, ids.slice(from, from + batch)))
}
