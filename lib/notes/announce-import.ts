import { inArray, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { entryMerge } from '#db/schema/duplicates'
import { recordEvent } from '#lib/audit/record'
import { touchEntries } from '#lib/entries/append-revision'
import { dropPages } from '#lib/pages/tags'
import { queueForIndexing } from '#lib/search/outbox'
import type { Plan } from './plan-import.ts'

/** Tells the index, the audit log and the page cache what an import did, in its transaction. */
export async function announceImport(
  tx: Transaction,
  actorId: string,
  noteId: string,
  importId: string,
  plan: Plan,
  number: number,
): Promise<void> {
  const created = plan.entries.filter(({ isNew }) => isNew).length
  const own = changedEntries(plan)
  // Texts of merged questions are read where these have gone.
  const changed = [...own, ...(await endsOfMerged(tx, own))]
  await touchEntries(tx, changed)
  // All of them: sections, names and tags may have changed around a text that did not.
  await queueForIndexing(tx, [...new Set([...plan.entryOrder, ...changed])])
  await recordEvent(tx, {
    actorId,
    action: 'note.import',
    objectKind: 'note',
    objectId: noteId,
    detail: {
      importId,
      number,
      created,
      revisions: plan.revisions.length,
      conflicts: plan.conflicts.length,
    },
  })
  await dropPages(tx, [
    'home',
    'notes',
    'tags',
    `note:${noteId}`,
    ...changed.map((id) => `entry:${id}` as const),
  ])
}

async function endsOfMerged(tx: Transaction, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx.execute<{ id: string }>(sql`
    with recursive gone as (
      select into_id as id from entry_merge where ${inArray(entryMerge.fromId, ids)} and undone_at is null
      union select next.into_id from entry_merge next join gone on next.from_id = gone.id where next.undone_at is null)
    select id from gone`)
  return rows.map(({ id }) => id).filter((id) => !ids.includes(id))
}

/** Entries whose readers see something else now, the new ones apart. */
export function changedEntries(plan: Plan): string[] {
  const owner = new Map(
    plan.entries.flatMap(({ id, answers }) => answers.map((answer): [string, string] => [answer.id, id])),
  )
  const known = new Set(plan.entries.filter(({ isNew }) => !isNew).map(({ id }) => id))
  const touched = [
    ...plan.revisions.map(({ subject }) =>
      subject.kind === 'answer' ? (owner.get(subject.id) ?? '') : subject.id,
    ),
    ...plan.entries.filter(({ answers }) => answers.some(({ isNew }) => isNew)).map(({ id }) => id),
  ]
  return [...new Set(touched)].filter((id) => known.has(id))
}
