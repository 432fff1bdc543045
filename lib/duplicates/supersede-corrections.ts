import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { correction, correctionStep } from '#db/schema/corrections'
import type { SignedIn } from '#lib/auth/viewer'
import type { Locked } from './merge-chain.ts'

/** Open corrections of a question that is merged away have nothing left to correct; those of its answers go on with them. */
export async function supersedeCorrections(tx: Transaction, viewer: SignedIn, from: Locked): Promise<void> {
  const ended = await tx
    .update(correction)
    .set({ state: 'superseded', changedAt: new Date() })
    .where(and(eq(correction.entryId, from.id), eq(correction.state, 'open')))
    .returning({ id: correction.id, rev: correction.rev })
  if (ended.length === 0) return
  await tx.insert(correctionStep).values(
    ended.map(({ id, rev }) => ({
      correctionId: id,
      kind: 'superseded' as const,
      rev,
      headRevisionId: from.headId,
      actorId: viewer.id,
    })),
  )
}
