import { and, eq, inArray, max, sql } from 'drizzle-orm'
import { database, type Transaction } from '#db/client'
import { answer, entry } from '#db/schema/entries'
import { note, section } from '#db/schema/notes'
import type { SignedIn } from '#lib/auth/viewer'
import { announcePlacing } from '#lib/entries/announce'
import { lockNotes } from '#lib/entries/lock-notes'
import { readTree, sectionsBelow } from '#lib/notes/tree'
import { Refusal } from '#lib/refusal'
import { type FoundThing, findThing, findTrasher, isErased } from './find-thing.ts'
import { mayRestore } from './policy.ts'
import type { Thing } from './thing.ts'

/** Whether it stands where it stood, or at the end of its note because that place is gone. */
export type Restored = { place: 'old' | 'end' }

/**
 * Takes something out of the trash. A repeated submit changes nothing. Throws Refusal: forbidden, not-found (never was, or its words
 * were erased), conflict (the question or note that it belongs to is itself in the trash).
 */
export async function restoreFromTrash(viewer: SignedIn, thing: Thing): Promise<Restored> {
  return database().transaction(async (tx) => {
    const seen = await findThing(tx, thing)
    if (!seen || (await isErased(tx, thing))) throw new Refusal('not-found', 'There is no such thing.')
    const living = await lockNotes(tx, [seen.noteId])
    const found = await findThing(tx, thing)
    if (found?.noteId !== seen.noteId) throw new Refusal('conflict', 'It is being moved.')
    const lying = {
      ...found,
      trashedAt: found.trashedAt ?? new Date(),
      trashedBy: await findTrasher(tx, thing),
    }
    if (!mayRestore(viewer, lying)) throw new Refusal('forbidden', 'You may not restore this.')
    if (!found.trashedAt) return { place: 'old' }
    if (thing.kind !== 'note' && !living.has(found.noteId))
      throw new Refusal('conflict', 'Its note is in the trash.', { field: 'note' })
    const { entryIds, ...restored } = await bringBack[thing.kind](tx, found)
    await announcePlacing(tx, {
      noteIds: [found.noteId],
      entryIds,
      actorId: viewer.id,
      action: `${thing.kind}.restore`,
      objectKind: thing.kind,
      objectId: thing.id,
      detail: { note: found.noteId, ...restored },
    })
    return restored
  })
}

type Back = Restored & { entryIds: string[] }
const living = { trashedAt: null }

const bringBack = {
  async note(tx: Transaction, { noteId }: FoundThing): Promise<Back> {
    await tx.update(note).set(living).where(eq(note.id, noteId))
    const rows = await tx
      .select({ id: entry.id })
      .from(entry)
      .where(and(eq(entry.noteId, noteId), sql`${entry.trashedAt} is null`))
    return { place: 'old', entryIds: rows.map(({ id }) => id) }
  },
  async section(tx: Transaction, { noteId, id, sectionId: parentId }: FoundThing): Promise<Back> {
    const tree = await readTree(tx, noteId)
    const isHomeless = tree.sections.some((each) => each.id === parentId && each.trashed)
    const below = [...sectionsBelow(tree, id)]
    const together = sql`(select trashed_at from section where id = ${id})`
    const rows = await tx
      .update(entry)
      .set(living)
      .where(and(inArray(entry.sectionId, below), sql`${entry.trashedAt} = ${together}`))
      .returning({ id: entry.id })
    await tx
      .update(section)
      .set(living)
      .where(and(inArray(section.id, below), sql`${section.trashedAt} = ${together}`))
    if (isHomeless)
      await tx
        .update(section)
        .set({
          parentId: null,
          position: sql`(select max(position) + 1 from section where note_id = ${noteId})`,
        })
        .where(eq(section.id, id))
    return { place: isHomeless ? 'end' : 'old', entryIds: rows.map((row) => row.id) }
  },
  async entry(tx: Transaction, { noteId, id, sectionId }: FoundThing): Promise<Back> {
    const [above] = sectionId
      ? await tx.select({ trashedAt: section.trashedAt }).from(section).where(eq(section.id, sectionId))
      : []
    const isHomeless = Boolean(above?.trashedAt)
    const [last] = isHomeless
      ? await tx
          .select({ position: max(entry.position) })
          .from(entry)
          .where(eq(entry.noteId, noteId))
      : []
    const end = { sectionId: null, position: (last?.position ?? 0) + 1 }
    await tx
      .update(entry)
      .set({ ...living, ...(isHomeless && end) })
      .where(eq(entry.id, id))
    return { place: isHomeless ? 'end' : 'old', entryIds: [id] }
  },
  async answer(tx: Transaction, { id, entryId }: FoundThing): Promise<Back> {
    const question = entryId && (await findThing(tx, { kind: 'entry', id: entryId }))
    if (!question || question.trashedAt)
      throw new Refusal('conflict', 'Its question is in the trash.', { field: 'entry' })
    await tx.update(answer).set(living).where(eq(answer.id, id))
    return { place: 'old', entryIds: [question.id] }
  },
}
