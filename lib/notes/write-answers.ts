import type { Transaction } from '#db/client'
import { insertAnswers } from '#lib/entries/insert-answer'
import type { Rendered } from '#lib/rendering/rendered'
import type { Plan, PlannedEntry } from './plan-import.ts'
import { renderedOf } from './render-plan.ts'
import { goTheWay, holdWays, type Way } from './ways-of-merged.ts'

const newAnswers = ({ answers }: PlannedEntry) => answers.filter(({ isNew }) => isNew)

/** The ways of questions that were merged away and that a newer file answers anew. */
export const holdWaysOfAnswers = (tx: Transaction, { entries }: Plan): Promise<Map<string, Way>> =>
  holdWays(
    tx,
    entries.flatMap((planned) => (planned.isNew || newAnswers(planned).length === 0 ? [] : planned.id)),
  )

type Work = { plan: Plan; rendered: Map<string, Rendered>; authorId: string }

/** Writes the answers that are new. Those of a question that was merged away are read where that has gone. */
export async function writeAnswers(
  tx: Transaction,
  { plan, rendered, authorId }: Work,
  ways: Map<string, Way>,
): Promise<void> {
  await insertAnswers(
    tx,
    plan.entries.flatMap((planned) =>
      newAnswers(planned).map(({ id, position, markdown }) => ({
        id,
        entryId: ways.get(planned.id)?.end ?? planned.id,
        position,
        origin: 'import' as const,
        markdown,
        rendered: renderedOf(rendered, id),
        authorId,
      })),
    ),
  )
  for (const planned of plan.entries) {
    const way = ways.get(planned.id)
    const ids = newAnswers(planned).map(({ id }) => id)
    if (way) await goTheWay(tx, way, ids)
  }
}
