import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client'
import { answer, entry } from '#db/schema/entries'
import { note } from '#db/schema/notes'
import { revision } from '#db/schema/revisions'
import { Refusal } from '#lib/refusal'

/** An answer that can be read, and a version of it. Throws Refusal: not-found. */
export async function requireAnswer(tx: Transaction, wanted: { answer: string; revisionId: string }) {
  const [found] = await tx
    .select({
      id: answer.id,
      authorId: answer.authorId,
      origin: answer.origin,
      entryId: entry.id,
      noteId: entry.noteId,
    })
    .from(answer)
    .innerJoin(entry, eq(entry.id, answer.entryId))
    .innerJoin(note, eq(note.id, entry.noteId))
    .innerJoin(revision, and(eq(revision.id, wanted.revisionId), eq(revision.answerId, answer.id)))
    .where(
      and(
        eq(answer.shortId, wanted.answer),
        isNull(answer.trashedAt),
        isNull(entry.trashedAt),
        isNull(note.trashedAt),
      ),
    )
  if (!found) throw new Refusal('not-found', 'There is no such answer, or no such version of it.')
  return found
}
