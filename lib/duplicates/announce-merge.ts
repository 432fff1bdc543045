import { and, eq, inArray, or } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import type { MergeMoves } from '#db/schema/duplicates'
import { answer } from '#db/schema/entries'
import { watch } from '#db/schema/notifications'
import { recordEvent } from '#lib/audit/record'
import { touchEntries } from '#lib/entries/append-revision'
import { notify } from '#lib/notifications/notify'
import { dropPages } from '#lib/pages/tags'
import { queueForIndexing } from '#lib/search/outbox'
import type { Locked } from './merge-chain.ts'

type Event = {
  actorId: string
  action: 'entry.merge' | 'entry.unmerge'
  mergeId: string
  from: Locked
  /** Where it went, to the end. */
  ends: Locked[]
  moves: MergeMoves
}

/** What goes with merging and unmerging, in its transaction: versions, index, audit row, pages to drop, and those who want to know. */
export async function announceMerge(
  tx: Transaction,
  { actorId, action, mergeId, from, ends, moves }: Event,
): Promise<void> {
  const entries = [from, ...ends]
  const ids = entries.map(({ id }) => id)
  await touchEntries(tx, ids)
  await queueForIndexing(tx, ids)
  const into = ends[0]
  await recordEvent(tx, {
    actorId,
    action,
    objectKind: 'entry',
    objectId: from.id,
    detail: { mergeId, into: into?.id, answers: moves.answers.length, encounters: moves.encounters.length },
  })
  await dropPages(tx, [
    'home',
    'notes',
    'tags',
    ...entries.flatMap(({ id, noteId }) => [`entry:${id}` as const, `note:${noteId}` as const]),
  ])
  await notify(tx, {
    to: await concerned(tx, from, ids, moves),
    kind: 'entry_merged',
    actorId,
    entryId: action === 'entry.merge' ? (ends.at(-1)?.id ?? from.id) : from.id,
    detail: { action, from: from.title, into: into?.title ?? '' },
  })
}

/** Whoever wrote or watches what went over. Whoever muted it is left alone. */
async function concerned(
  tx: Transaction,
  from: Locked,
  entryIds: string[],
  moves: MergeMoves,
): Promise<string[]> {
  const authors =
    moves.answers.length === 0
      ? []
      : await tx
          .selectDistinct({ id: answer.authorId })
          .from(answer)
          .where(and(inArray(answer.id, moves.answers), eq(answer.origin, 'person')))
  const watches = await tx
    .select({ id: watch.personId, entryId: watch.entryId, muted: watch.muted })
    .from(watch)
    .where(or(inArray(watch.entryId, entryIds)))
  const muted = new Set(watches.flatMap((one) => (one.muted && one.entryId === from.id ? [one.id] : [])))
  const watching = watches.filter((one) => !one.muted)
  return [...authors, ...watching].map(({ id }) => id).filter((id) => !muted.has(id))
}
