import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { correctionStep } from '#db/schema/corrections'
import type { Subject } from '#lib/entries/append-revision'
import type { Head } from '#lib/entries/merge-onto-head'
import { previewOnHead } from './preview.ts'
import { listOpenOf } from './require-correction.ts'

export type Fulfilled = { id: string; rev: number; authorId: string; reportId: string | null }

/**
 * Open corrections of a text that say nothing it would not say already, `except` one. Those that were opened again as they were
 * accepted stay: what they came to is just what is doubted.
 */
export async function listFulfilled(
  reader: Reader,
  subject: Subject,
  head: Head,
  except?: string,
): Promise<Fulfilled[]> {
  const open = (await listOpenOf(reader, subject)).filter(({ id }) => id !== except)
  const reopened = await listReopened(
    reader,
    open.map(({ id }) => id),
  )
  const fulfilled: Fulfilled[] = []
  for (const { id, rev, authorId, reportId, wording } of open) {
    if (reopened.some((step) => step.correctionId === id && step.rev === rev)) continue
    const { outcome } = await previewOnHead(subject, head, wording)
    if (outcome === 'fulfilled') fulfilled.push({ id, rev, authorId, reportId })
  }
  return fulfilled
}

async function listReopened(reader: Reader, ids: string[]) {
  if (ids.length === 0) return []
  return reader
    .select({ correctionId: correctionStep.correctionId, rev: correctionStep.rev })
    .from(correctionStep)
    .where(and(inArray(correctionStep.correctionId, ids), eq(correctionStep.kind, 'reopened')))
}
