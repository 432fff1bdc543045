import { and, desc, eq, isNull, notExists } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { audit } from '#db/schema/audit'
import { entryMerge } from '#db/schema/duplicates'
import { answer, entry } from '#db/schema/entries'
import { note, section } from '#db/schema/notes'
import type { Thing } from './thing.ts'

/** Something that may be or go into the trash, with what its policy and its readers' pages depend on. */
export async function findThing(reader: Reader, { kind, id }: Thing) {
  const found = await finders[kind](reader, id)
  return found && { ...found, kind, id }
}

export type FoundThing = NonNullable<Awaited<ReturnType<typeof findThing>>>

// What was merged away is not in the trash, though no list shows it: it comes back by undoing the merge.
const mergeOf = (reader: Reader, id: string) =>
  reader
    .select({ id: entryMerge.id })
    .from(entryMerge)
    .where(and(eq(entryMerge.fromId, id), isNull(entryMerge.undoneAt)))

const nobodys = { authorId: null, origin: null, entryId: null, sectionId: null }

const finders = {
  async note(reader: Reader, id: string) {
    const [row] = await reader
      .select({ noteId: note.id, trashedAt: note.trashedAt })
      .from(note)
      .where(eq(note.id, id))
    return row && { ...nobodys, ...row }
  },
  async section(reader: Reader, id: string) {
    const [row] = await reader
      .select({ noteId: section.noteId, sectionId: section.parentId, trashedAt: section.trashedAt })
      .from(section)
      .where(eq(section.id, id))
    return row && { ...nobodys, ...row }
  },
  async entry(reader: Reader, id: string) {
    const [row] = await reader
      .select({
        noteId: entry.noteId,
        entryId: entry.id,
        sectionId: entry.sectionId,
        trashedAt: entry.trashedAt,
      })
      .from(entry)
      .where(and(eq(entry.id, id), notExists(mergeOf(reader, id))))
    return row && { ...nobodys, ...row }
  },
  async answer(reader: Reader, id: string) {
    const [row] = await reader
      .select({
        noteId: entry.noteId,
        entryId: answer.entryId,
        sectionId: entry.sectionId,
        trashedAt: answer.trashedAt,
        authorId: answer.authorId,
        origin: answer.origin,
      })
      .from(answer)
      .innerJoin(entry, eq(entry.id, answer.entryId))
      .where(eq(answer.id, id))
    return row
  },
}

/** Who put it there the last time. */
export async function findTrasher(reader: Reader, { kind, id }: Thing): Promise<string | null> {
  const [row] = await reader
    .select({ actorId: audit.actorId })
    .from(audit)
    .where(and(eq(audit.objectKind, kind), eq(audit.objectId, id), eq(audit.action, `${kind}.trash`)))
    .orderBy(desc(audit.id))
    .limit(1)
  return row?.actorId ?? null
}

/** Whether its words were erased: then nothing is left to restore. */
export async function isErased(reader: Reader, { kind, id }: Thing): Promise<boolean> {
  const [row] = await reader
    .select({ id: audit.id })
    .from(audit)
    .where(and(eq(audit.objectKind, kind), eq(audit.objectId, id), eq(audit.action, `${kind}.erase`)))
    .limit(1)
  return row !== undefined
}
