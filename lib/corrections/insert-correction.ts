import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { correction, correctionRev } from '#db/schema/corrections'
import type { CorrectionKind } from './correction.ts'
import type { Evidence } from './evidence.ts'
import type { Passage, Target } from './input.ts'

export type Wording = {
  baseRevisionId: string
  title: string | null
  markdown: string
  passage: Passage | null
  rationale: string
  evidence: Evidence[]
  /** Who worded it so: the correction's author, or whoever resolved a conflict. */
  authorId: string
}

type NewCorrection = {
  id?: string
  target: Target
  kind: CorrectionKind
  authorId: string
  reportId?: string | null
  followsId?: string | null
  spreadFromId?: string | null
}

/** A new open correction with its first wording; undefined where that person has an open one of this text. */
export async function insertCorrection(
  tx: Transaction,
  { target, ...row }: NewCorrection,
  wording: Wording,
): Promise<{ id: string; shortId: string } | undefined> {
  const [made] = await tx
    .insert(correction)
    .values({ ...row, [`${target.kind}Id`]: target.id })
    .onConflictDoNothing()
    .returning({ id: correction.id, shortId: correction.shortId })
  if (!made) return undefined
  await tx.insert(correctionRev).values({ correctionId: made.id, number: 1, ...wording })
  return made
}

/** A new wording of an open correction, whose text the caller has locked; its number. */
export async function insertRev(
  tx: Transaction,
  { id, kind }: { id: string; kind?: CorrectionKind },
  wording: Wording,
): Promise<number> {
  const [row] = await tx
    .update(correction)
    .set({ rev: sql`${correction.rev} + 1`, changedAt: sql`now()`, ...(kind && { kind }) })
    .where(eq(correction.id, id))
    .returning({ rev: correction.rev })
  await tx.insert(correctionRev).values({ correctionId: id, number: row!.rev, ...wording })
  return row!.rev
}
