import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias, unionAll } from 'drizzle-orm/pg-core'
import { database } from '#db/client'
import { answer, entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { revision } from '#db/schema/revisions'
import type { Target } from './input.ts'

export type Head = Awaited<ReturnType<typeof listHeads>>[number]

const title = alias(revision, 'title')

/** The texts of entries and of their answers as they stand, what is in the trash apart. */
export async function listHeads(entryIds: string[]) {
  if (entryIds.length === 0) return []
  const db = database()
  const columns = {
    entryId: entry.id,
    entryShortId: entry.shortId,
    entryTitle: title.title,
    noteId: note.id,
    noteTitle: note.title,
    headId: revision.id,
    title: revision.title,
    markdown: revision.markdown,
  }
  const isLiving = and(inArray(entry.id, entryIds), isNull(entry.trashedAt), isNull(note.trashedAt))
  const rows = await unionAll(
    db
      .select({
        answerId: sql<string | null>`null::uuid`,
        ...columns,
      })
      .from(entry)
      .innerJoin(note, eq(note.id, entry.noteId))
      .innerJoin(title, eq(title.id, entry.headRevisionId))
      .innerJoin(revision, eq(revision.id, entry.headRevisionId))
      .where(isLiving),
    db
      .select({
        answerId: sql<string | null>`${answer.id}`,
        ...columns,
      })
      .from(answer)
      .innerJoin(entry, eq(entry.id, answer.entryId))
      .innerJoin(note, eq(note.id, entry.noteId))
      .innerJoin(title, eq(title.id, entry.headRevisionId))
      .innerJoin(revision, eq(revision.id, answer.headRevisionId))
      .where(and(isLiving, isNull(answer.trashedAt))),
  )
  return rows.map(({ answerId, ...row }) => ({
    ...row,
    target: (answerId
      ? { kind: 'answer', id: answerId }
      : { kind: 'entry', id: row.entryId }) satisfies Target,
  }))
}
