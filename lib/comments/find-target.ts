import { and, eq, isNull, or, type SQL } from 'drizzle-orm'
import type { Reader } from '#db/client'
import { correction } from '#db/schema/corrections'
import { answer, entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { Refusal } from '#lib/refusal'
import type { CommentTarget } from './comment.ts'

/** What a comment is about, where it stands, and whose it is: an imported text is nobody's. */
export type Target = {
  key: { entryId: string } | { answerId: string } | { correctionId: string }
  entryId: string
  noteId: string
  answerId: string | null
  correctionId: string | null
  targetAuthorId: string | null
}

/** Something that can be read and talked about. Throws Refusal: not-found. */
export async function requireTarget(reader: Reader, { kind, id }: CommentTarget): Promise<Target> {
  const tables = { entry, answer, correction }
  return requireWhere(reader, kind, eq(tables[kind].shortId, id))
}

/** What a comment in the database is about, as long as that can be read. Throws Refusal: not-found. */
export async function requireTargetOf(
  reader: Reader,
  comment: { entryId: string | null; answerId: string | null; correctionId: string | null },
): Promise<Target> {
  if (comment.correctionId) return requireWhere(reader, 'correction', eq(correction.id, comment.correctionId))
  if (comment.answerId) return requireWhere(reader, 'answer', eq(answer.id, comment.answerId))
  return requireWhere(reader, 'entry', eq(entry.id, comment.entryId ?? ''))
}

async function requireWhere(reader: Reader, kind: CommentTarget['kind'], where: SQL): Promise<Target> {
  const found = await find[kind](reader, where)
  if (!found) throw new Refusal('not-found', 'There is nothing here to talk about.')
  return found
}

const readable = and(isNull(entry.trashedAt), isNull(note.trashedAt))

const find = {
  async entry(reader: Reader, where: SQL): Promise<Target | undefined> {
    const [row] = await reader
      .select({ entryId: entry.id, noteId: note.id })
      .from(entry)
      .innerJoin(note, eq(note.id, entry.noteId))
      .where(and(where, readable))
    return (
      row && {
        ...row,
        key: { entryId: row.entryId },
        answerId: null,
        correctionId: null,
        targetAuthorId: null,
      }
    )
  },

  async answer(reader: Reader, where: SQL): Promise<Target | undefined> {
    const [row] = await reader
      .select({
        answerId: answer.id,
        authorId: answer.authorId,
        origin: answer.origin,
        entryId: entry.id,
        noteId: note.id,
      })
      .from(answer)
      .innerJoin(entry, eq(entry.id, answer.entryId))
      .innerJoin(note, eq(note.id, entry.noteId))
      .where(and(where, isNull(answer.trashedAt), readable))
    if (!row) return undefined
    const { authorId, origin, ...place } = row
    return {
      ...place,
      key: { answerId: row.answerId },
      correctionId: null,
      targetAuthorId: origin === 'person' ? authorId : null,
    }
  },

  async correction(reader: Reader, where: SQL): Promise<Target | undefined> {
    const [row] = await reader
      .select({
        correctionId: correction.id,
        targetAuthorId: correction.authorId,
        answerId: correction.answerId,
        entryId: entry.id,
        noteId: note.id,
      })
      .from(correction)
      .leftJoin(answer, eq(answer.id, correction.answerId))
      .innerJoin(entry, or(eq(entry.id, correction.entryId), eq(entry.id, answer.entryId)))
      .innerJoin(note, eq(note.id, entry.noteId))
      .where(and(where, isNull(answer.trashedAt), readable))
    return row && { ...row, key: { correctionId: row.correctionId } }
  },
}
