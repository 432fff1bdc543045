import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { correction, correctionStep, correctionSupport } from '#db/schema/corrections'
import { revisionCoauthor } from '#db/schema/revisions'
import { notify } from '#lib/notifications/notify'
import type { Fulfilled } from './list-fulfilled.ts'

type By = {
  /** The revision that says it already, and who made it. */
  revisionId: string
  actorId: string
  entryId: string
  /** The correction that was accepted, with its rev; absent where somebody edited the text. */
  correction?: { id: string; rev: number; authorId: string }
}

/**
 * Closes open corrections that a text has come to say, where they still are as they were looked at: their authors "also reported" it.
 * The caller has locked the text.
 */
export async function supersede(tx: Transaction, fulfilled: Fulfilled[], by: By): Promise<void> {
  for (const one of fulfilled) {
    const closed = await tx
      .update(correction)
      .set({ state: 'superseded', changedAt: sql`now()` })
      .where(and(eq(correction.id, one.id), eq(correction.rev, one.rev), eq(correction.state, 'open')))
      .returning({ id: correction.id })
    if (closed.length === 0) continue
    await tx.insert(correctionStep).values({
      correctionId: one.id,
      kind: 'superseded',
      rev: one.rev,
      headRevisionId: by.revisionId,
      resultRevisionId: by.revisionId,
      actorId: by.actorId,
    })
    await credit(tx, one, by)
    await notify(tx, {
      to: [one.authorId],
      kind: 'correction_decided',
      actorId: by.actorId,
      entryId: by.entryId,
      correctionId: one.id,
      detail: { state: 'superseded' },
    })
  }
}

async function credit(tx: Transaction, { authorId }: Fulfilled, by: By): Promise<void> {
  if (authorId === (by.correction?.authorId ?? by.actorId)) return
  if (by.correction)
    await tx
      .insert(correctionSupport)
      .values({ correctionId: by.correction.id, rev: by.correction.rev, personId: authorId })
      .onConflictDoNothing()
  else
    await tx
      .insert(revisionCoauthor)
      .values({ revisionId: by.revisionId, personId: authorId })
      .onConflictDoNothing()
}
