import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { database } from '#db/client'
import { entry } from '#db/schema/entries'
import { queueForIndexing } from '#lib/search/outbox'
import { livingVersions } from '#lib/search/sync/reconcile'
import { givenEntry, givenNote } from './given-entry.ts'

/** Questions that are in the dirty set; their ids. */
export async function givenEntries(count: number, title = '问题'): Promise<string[]> {
  const { id: noteId } = await givenNote()
  return database().transaction(async (tx) => {
    const ids: string[] = []
    for (let i = 0; i < count; i++)
      ids.push((await givenEntry(tx, { noteId, title: `${title} ${i + 1}` })).id)
    await queueForIndexing(tx, ids)
    return ids
  })
}

/** An edit, as far as an index cares. */
export function editEntry(id: string): Promise<void> {
  return change(id, {})
}

export function trashEntry(id: string): Promise<void> {
  return change(id, { trashedAt: new Date() })
}

export function restoreEntry(id: string): Promise<void> {
  return change(id, { trashedAt: null })
}

async function change(id: string, set: { trashedAt?: Date | null }): Promise<void> {
  await database().transaction(async (tx) => {
    await tx
      .update(entry)
      .set({ ...set, version: sql`${entry.version} + 1` })
      .where(eq(entry.id, id))
    await queueForIndexing(tx, [id])
  })
}

/** So many transactions one after the other: mostly edits, now and then to the trash or back. */
export async function writeAtRandom(ids: string[], transactions: number): Promise<void> {
  for (let i = 0; i < transactions; i++) {
    const id = ids[randomInt(ids.length)] ?? ''
    const dice = randomInt(10)
    await (dice === 0 ? trashEntry(id) : dice === 1 ? restoreEntry(id) : editEntry(id))
  }
}

/** Waits until nothing is dirty, a minute at most. */
export async function untilDrained(): Promise<void> {
  for (let i = 0; i < 2400; i++) {
    const [row] = await database().execute<{ dirty: number }>(
      sql`select count(*)::int as dirty from search_outbox where next_at < 'infinity'`,
    )
    if (row?.dirty === 0) return
    await sleep(25)
  }
  throw new Error('The dirty set did not drain.')
}

/** Every living entry's id and version, in order of id: what an index must hold. */
export async function expectedDocuments(): Promise<[string, number][]> {
  return [...(await livingVersions())].sort(byId)
}

export const byId = ([a]: [string, number], [b]: [string, number]): number => (a < b ? -1 : 1)
