import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { duplicate } from '#db/schema/duplicates'

/** Says of a pair, the smaller id first, that it is the same question, whatever was thought of it before. */
export async function confirmDuplicate(
  tx: Transaction,
  personId: string,
  firstId: string,
  secondId: string,
): Promise<void> {
  await tx
    .insert(duplicate)
    .values({
      firstId,
      secondId,
      state: 'confirmed',
      proposedBy: personId,
      decidedBy: personId,
      decidedAt: new Date(),
    })
    .onConflictDoUpdate({
      target: [duplicate.firstId, duplicate.secondId],
      set: { state: 'confirmed', decidedBy: personId, decidedAt: sql`now()` },
    })
}
