import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { database, type Transaction } from '#db/client'
import { answer, entry } from '#db/schema/entries'
import { note, section } from '#db/schema/notes'
import type { SignedIn } from '#lib/auth/viewer'
import { announcePlacing } from '#lib/entries/announce'
import { lockNotes } from '#lib/entries/lock-notes'
import { readTree, sectionsBelow } from '#lib/notes/tree'
import { Refusal } from '#lib/refusal'
import { type FoundThing, findThing } from './find-thing.ts'
import { mayTrash } from './policy.ts'
import type { Thing } from './thing.ts'

/**
 * Puts a question, an answer, a section with everything in it, or a note into the trash: it leaves pages, lists and search and keeps
 * its place, its versions and everybody's drafts of it. A repeated submit changes nothing. Throws Refusal: forbidden, not-found.
 */
export async function trash(viewer: SignedIn, thing: Thing): Promise<void> {
  await database().transaction(async (tx) => {
    const seen = await findThing(tx, thing)
    if (!seen) throw new Refusal('not-found', 'There is no such thing.')
    if (!mayTrash(viewer, seen)) throw new Refusal('forbidden', 'You may not put this into the trash.')
    await lockNotes(tx, [seen.noteId])
    const found = await findThing(tx, thing)
    if (found?.noteId !== seen.noteId) throw new Refusal('conflict', 'It is being moved.')
    if (found.trashedAt) return
    const entryIds = await takeAway[thing.kind](tx, found)
    await announcePlacing(tx, {
      noteIds: [found.noteId],
      entryIds,
      actorId: viewer.id,
      action: `${thing.kind}.trash`,
      objectKind: thing.kind,
      objectId: thing.id,
      detail: { note: found.noteId, entries: entryIds.length },
    })
  })
}

// One transaction has one `now()`: it tells what went with a section from what lay there before.
const now = { trashedAt: sql`now()` }

/** Each gives the questions whose readers see something else. */
const takeAway = {
  async note(tx: Transaction, { noteId }: FoundThing): Promise<string[]> {
    await tx.update(note).set(now).where(eq(note.id, noteId))
    const rows = await tx
      .select({ id: entry.id })
      .from(entry)
      .where(and(eq(entry.noteId, noteId), isNull(entry.trashedAt)))
    return rows.map(({ id }) => id)
  },
  async section(tx: Transaction, { noteId, id }: FoundThing): Promise<string[]> {
    const below = [...sectionsBelow(await readTree(tx, noteId), id)]
    await tx
      .update(section)
      .set(now)
      .where(and(inArray(section.id, below), isNull(section.trashedAt)))
    const rows = await tx
      .update(entry)
      .set(now)
      .where(and(inArray(entry.sectionId, below), isNull(entry.trashedAt)))
      .returning({ id: entry.id })
    return rows.map(({ id }) => id)
  },
  async entry(tx: Transaction, { id }: FoundThing): Promise<string[]> {
    await tx.update(entry).set(now).where(eq(entry.id, id))
    return [id]
  },
  async answer(tx: Transaction, { id, entryId }: FoundThing): Promise<string[]> {
    await tx.update(answer).set(now).where(eq(answer.id, id))
    return entryId ? [entryId] : []
  },
}
