import { and, eq } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client'
import { operation } from '#db/schema/drafts'
import { revision } from '#db/schema/revisions'
import type { SignedIn } from '#lib/auth/viewer'
import { Refusal } from '#lib/refusal'

/** What a save with this name made, where this person has sent it before. */
export async function findOperation(reader: Reader, viewer: SignedIn, id: string) {
  const [row] = await reader
    .select({
      revisionId: revision.id,
      number: revision.number,
      entryId: revision.entryId,
      answerId: revision.answerId,
      sectionId: revision.sectionId,
    })
    .from(operation)
    .innerJoin(revision, eq(revision.id, operation.revisionId))
    .where(and(eq(operation.id, id), eq(operation.personId, viewer.id)))
  return row
}

/** Remembers under the client's name for it what a save has made, in its transaction. Throws Refusal `conflict` where the name is taken. */
export async function keepOperation(
  tx: Transaction,
  viewer: SignedIn,
  id: string,
  revisionId: string,
): Promise<void> {
  const kept = await tx
    .insert(operation)
    .values({ id, personId: viewer.id, revisionId })
    .onConflictDoNothing()
    .returning({ id: operation.id })
  if (kept.length === 0) throw new Refusal('conflict', 'A save of this name was made already.')
}
